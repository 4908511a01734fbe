/** The sample county's small registers (名册): the people, groups, places and materials that its records name. */
import { type RegisterKind, registerKinds } from '../../src-shared/register-words.ts'
import { type RegisterInputs, registerSchemas } from '../../src-shared/registers.ts'
import type { Duty } from '../../src-shared/study-duties.ts'
import { samplePeople } from './county.ts'
import { countOf, listOf, readTable } from './table.ts'

/** 姓名 | 部门 | 身份 | 电话; posts are those of the people's table. */
const cadreTable = `
高志远 | 党组 | 班子成员 | 0000-6221001
李红梅 | 党组 | 班子成员 | 0000-6221002
陈国栋 | 党组 | 班子成员 | 0000-6221003
孙晓燕 | 宣教部 | 机关干部 | 0000-6221011
刘建平 | 权益保障部 | 机关干部 | 0000-6221012
马小军 | 基层工作部 | 机关干部 | 0000-6221013
何秀兰 | 女职工部 | 机关干部 | 0000-6221014
张文斌 | 办公室 | 机关干部 | 0000-6221008
`

/** 名称 | 负责人 | 成立日期 */
const teamTable = `
劳模工匠宣讲团 | 赵铁柱 | 2024-04-26
县委宣讲团 | 郑立新 | 2022-11-07
`

/** 姓名 | 宣讲团 | 可讲专题; lecturers without a line have neither. */
const lecturerTable = `
赵铁柱 | 劳模工匠宣讲团 | 产改、劳模精神
林建华 | 劳模工匠宣讲团 | 工匠精神、技能成才
杨秀珍 | 劳模工匠宣讲团 | 党代表履职、女职工健康
韩玉兰 | 劳模工匠宣讲团 | 环卫行业、劳动保护
田桂芳 | 劳模工匠宣讲团 | 技能竞赛、班组管理
郑立新 | 县委宣讲团 | 党史、工运史、全会精神
苏文静 | 县委宣讲团 | 师德、书香工会
吴学文 |  | 产改政策、规划纲要
梁雨晴 |  | 劳动法律、集体协商
何立春 |  | 安全生产、职业健康
`

/** 名称 | 类别 | 负责人 | 人数 | 应开展: 学习类型 次数/周期 */
const groupTable = `
县总工会党组 | 理论学习中心组 | 高志远 | 9 | 理论学习中心组集体学习 1/季度；集体专题学习 1/季度；专题交流研讨 1/季度
县总工会机关党支部 | 党支部 | 张文斌 | 17 | 主题党日 1/月；支部学习 1/月
县总工会机关青年小组 | 青年理论学习小组 | 马小军 | 8 | 青年理论学习小组 1/月
柳林镇机关党支部 | 党支部 | 邓春生 | 15 | 主题党日 1/月
白石镇机关党支部 | 党支部 | 石大勇 | 22 | 主题党日 1/月
县人民医院党委 | 其他学习小组 | 杨秀珍 | 40 | 
`

/** 名称 | 类别 | 场所类型 | 乡镇 | 容纳人数 | 联系人 */
const venueTable = `
县职工活动中心 | 职工活动中心 | 工会阵地 | 城关街道 | 300 | 张文斌
县职工活动中心报告厅 | 会议室 | 工会阵地 | 城关街道 | 160 | 张文斌
县总工会三楼会议室 | 会议室 | 工会阵地 | 城关街道 | 40 | 张文斌
县总工会二楼活动室 | 会议室 | 工会阵地 | 城关街道 | 20 | 马小军
县工人文化宫 | 文化宫 | 工会阵地 | 城关街道 | 500 | 孙晓燕
县工运旧址 | 工运场馆 | 红色场馆 | 城关街道 | 100 | 孙晓燕
北街劳动者驿站 | 爱心驿站 | 户外劳动者服务站点 | 城关街道 | 40 | 
城关街道户外劳动者服务站 | 爱心驿站 | 户外劳动者服务站点 | 城关街道 | 40 | 
马坪司机之家 | 司机之家 | 户外劳动者服务站点 | 马坪镇 | 36 | 
云山工业园区会议中心 | 会议室 | 园区（开发区） | 云山工业园区 | 200 | 周海燕
园区职工之家 | 职工之家 | 园区（开发区） | 云山工业园区 | 80 | 周海燕
河滨社区活动中心 | 职工活动中心 | 街道社区 | 东河街道 | 60 | 
柳林镇职工学习点 | 教学点 | 教学点 | 柳林镇 | 45 | 邓春生
长河服饰职工书屋 | 职工书屋 | 企业 | 云山工业园区 | 36 | 田桂芳
实验小学职工书屋 | 职工书屋 | 学校 | 城关街道 | 50 | 
`

/** 名称 | 类别 | 来源 */
const materialTable = `
《关于工人阶级和工会工作论述摘编》 | 辅导读本 | 固川市总工会宣教部发
工会法 | 文件汇编 | 
中国工会章程 | 文件汇编 | 
党章 | 文件汇编 | 
集体合同规定 | 文件汇编 | 
深化产业工人队伍建设改革的意见 | 文件汇编 | 
女职工劳动保护特别规定 | 文件汇编 | 
新就业形态劳动者权益维护服务指南 | 辅导读本 | 固川市总工会权益保障部发
安全应知应会300题 | 问答题库 | 县应急管理局编
《大国工匠》 | 辅导读本 | 职工书屋
`

const topicsOf = new Map(
  readTable(lecturerTable, 3).map(([name = '', team = '', topics = '']) => [name, { team, topics }]),
)

const inputs: { readonly [Kind in RegisterKind]: readonly RegisterInputs[Kind][] } = {
  cadre: readTable(cadreTable, 4).map(([name = '', department = '', standing, phone = '']) => ({
    name,
    post: samplePeople.get(name)?.post ?? '',
    department,
    standing: standing as NonNullable<RegisterInputs['cadre']['standing']>,
    phone,
  })),
  lectureTeam: readTable(teamTable, 3).map(([name = '', leader = '', foundedOn]) => ({
    name,
    leader,
    foundedOn: foundedOn || null,
  })),
  lecturer: [...samplePeople.values()].map((person) => ({ ...person, ...topicsOf.get(person.name) })),
  studyGroup: readTable(groupTable, 5).map(([name = '', kind, leader = '', members, duties = '']) => ({
    name,
    kind: kind as RegisterInputs['studyGroup']['kind'],
    leader,
    members: countOf(members),
    duties: listOf(duties).map(dutyOf),
  })),
  venue: readTable(venueTable, 6).map(([name = '', kind, venueType, township = '', capacity, contact = '']) => ({
    name,
    kind: kind as RegisterInputs['venue']['kind'],
    venueType: venueType as NonNullable<RegisterInputs['venue']['venueType']>,
    township,
    capacity: countOf(capacity),
    contact,
  })),
  material: readTable(materialTable, 3).map(([name = '', kind, source = '']) => ({
    name,
    kind: kind as NonNullable<RegisterInputs['material']['kind']>,
    source,
  })),
}

/** Entries as they are stored, register by register. */
export const sampleRegisters = registerKinds.map((kind) => ({
  kind,
  entries: inputs[kind].map((input) => registerSchemas[kind].parse(input)),
}))

/** 主题党日 1/月 */
function dutyOf(text: string): Duty {
  const [, type, times, per] = /^(\S+) (\d+)\/(\S+)$/.exec(text) ?? []
  return { type: type as Duty['type'], times: Number(times), per: per as Duty['per'] }
}
