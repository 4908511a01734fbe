/** The sample county's publicity, culture, research and model cases (宣传文化), 21 August to 20 November 2026. */
import type { ActivityInput } from '../../src-shared/activities.ts'
import type { ActivityKind } from '../../src-shared/vocabulary.ts'
import { countOf, readTable } from './table.ts'

/** 日期 | 类别 | 形式 | 名称 | 组织单位 | 媒体或场所 | 数量 | 单位 | 参加人次 | 成效 */
const activityTable = `
2026-08-28 | 宣传 | 新闻报道 | 驿站里的药箱和雨具：机关党员到劳动者驿站办实事 | 县总工会宣教部 | 固川工会公众号 | 1 | 篇 |  |
2026-09-10 | 宣传 | 短视频 | 《劳模说》第一集：赵铁柱谈中控室的三十年 | 县总工会宣教部 | 云山工会视频号 | 1 | 件 |  | 三天内被六家企业工会转到车间群，班前会播放
2026-09-16 | 文化 | 诵读读书 | “书香工会”职工诵读会 | 云山县实验小学工会 | 实验小学职工书屋 | 1 | 场 | 44 |
2026-09-25 | 典型 | 先进集体 | 恒源机械劳模创新工作室 | 县总工会生产保护部 |  | 1 | 个 |  | 师带徒改了三道工序，三家企业到现场学，拟推广到园区
2026-09-29 | 文化 | 书画摄影 | “车间里的中国”职工摄影展 | 县工人文化宫 | 县工人文化宫 | 1 | 场 | 620 | 收到作品二百一十件，七成出自一线职工
2026-10-15 | 宣传 | 专栏专题 | “蹲点日记”专栏 | 县总工会宣教部 | 云山工会公众号 | 6 | 期 |  | 写问题也写办结，留言都有人回
2026-10-20 | 研究 | 调研报告 | 外卖、快递从业者入会意愿调研 | 县总工会基层工作部 |  | 1 | 篇 |  | 发放问卷三百二十份，提出“站点建小组”的办法
2026-10-29 | 文化 | 知识竞答 | “安康杯”安全知识竞赛决赛 | 县总工会生产保护部 | 县工人文化宫 | 1 | 场 | 45 |
2026-11-05 | 宣传 | 宣传栏 | 班组宣传栏换新 | 云山水泥有限公司工会 | 各车间 | 12 | 期 |  |
2026-11-12 | 研究 | 研讨会 | 产业工人队伍建设改革试点研讨会 | 县总工会 | 县总工会三楼会议室 | 1 | 场 | 26 |
2026-11-18 | 典型 | 典型案例 | 柳林镇“一事一议进班组”做法 | 柳林镇总工会 |  | 1 | 项 |  | 小事不出班组，四十天办结十七件
`

export const sampleActivities: readonly ActivityInput[] = readTable(activityTable, 10).map(
  ([
    date = '',
    kind,
    genre = '',
    title = '',
    organiser = '',
    medium = '',
    count,
    unit,
    participants,
    outcome = '',
  ]) => ({
    date,
    kind: kind as ActivityKind,
    genre,
    title,
    organiser,
    medium,
    count: countOf(count),
    unit: unit as ActivityInput['unit'],
    participants: countOf(participants),
    outcome,
  }),
)
