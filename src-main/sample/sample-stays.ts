/** The sample county's stays (蹲点), autumn 2026: problems in every state, one overdue, one stay that still goes on. */
import type { StayInput } from '../../src-shared/stays.ts'
import type { ProblemState } from '../../src-shared/vocabulary.ts'
import { samplePeople } from './county.ts'
import { listOf, readTable } from './table.ts'

/** 简称 → stay; `unionId` holds the short name of the union until the loader puts its id there. */
export const sampleStays: ReadonlyMap<string, StayInput> = new Map([
  [
    '柳林',
    {
      ...group('李红梅、刘建平', '柳林镇', '柳林镇总工会', '柳林镇'),
      ...span('2026-08-31', '2026-09-18', 13, '脱产'),
      ...counts([21, 86, 4, 17]),
      problems: problems(`
        纺织厂中班女工下班无公交，夜里步行回村 | 职工生活 | 李红梅 | 2026-10-15 | 已办结
        瑞丰面粉建会三年未换届 | 组织建设 | 马小军 | 2026-10-30 | 已办结
        六户困难职工未录入帮扶档案 | 帮扶救助 | 刘建平 | 2026-09-30 | 跟踪回访`),
      deeds: [
        '协调公交公司加开柳林镇晚间班车一趟',
        '为六户困难职工补录档案并落实医疗救助',
        '为镇工会配齐会员服务窗口设备',
      ],
      ...results({ unionsFounded: 2, membersJoined: 64, consolationPeople: 18, consolationYuan: 9000 }),
      outcome: '摸清全镇八家单位建会情况，新建工会两家；晚间班车九月二十一日开通，中班女工反映好。',
      note: '县总工会今年第一批蹲点',
    },
  ],
  [
    '园区',
    {
      ...group('高志远、周海燕', '云山工业园区', '云山工业园区工会联合会', '园区'),
      ...span('2026-08-27', '2026-09-30', 16, '兼职'),
      ...counts([27, 112, 6, 23]),
      problems: problems(`
        园区末班公交太早，加班职工回城难 | 职工生活 | 陈国栋 | 2026-10-31 | 办理中
        小微企业无专职工会干部，会费收缴不及时 | 组织建设 | 马小军 | 2026-11-30 | 办理中
        两家企业集体合同到期未续签 | 集体协商 | 梁雨晴 | 2026-10-20 | 已办结
        女职工集中的企业没有母婴室 | 女职工权益 | 何秀兰 | 2026-10-31 | 已办结`),
      deeds: ['指导三家企业发出协商要约', '长河服饰、华盛电子建成母婴室各一间', '组织园区单身职工联谊一场'],
      ...results({ unionsFounded: 4, membersJoined: 137, consolationPeople: 0, consolationYuan: 0 }),
      outcome: '园区工会联合会与管委会建立季度联席会；小微企业采用联合工会方式入会，覆盖企业十九家。',
      note: '班子成员联系点',
    },
  ],
  [
    '白石',
    {
      ...group('陈国栋、石大勇', '白石镇', '白石矿业有限公司', '白石矿业'),
      ...span('2026-09-14', '2026-09-29', 11, '脱产'),
      ...counts([9, 74, 3, 14]),
      problems: problems(`
        井口更衣室冬季供暖不足 | 劳动保护 | 石大勇 | 2026-10-31 | 已办结
        采石企业季节工未签劳动合同 | 劳动关系 | 刘建平 | 2026-10-31 | 办理中
        职工体检结果没有逐人反馈 | 劳动保护 | 石大勇 | 2026-10-30 | 跟踪回访`),
      deeds: ['更衣室更换暖气片二十四组', '组织体检报告集中解读一次'],
      ...results({ unionsFounded: 1, membersJoined: 38, consolationPeople: 12, consolationYuan: 6000 }),
      outcome: '与企业一道排查隐患十一处，现场整改九处，其余列入企业四季度计划。',
      note: '',
    },
  ],
  [
    '东河',
    {
      ...group('何秀兰、张文斌', '东河街道', '东河街道总工会', '东河街道'),
      ...span('2026-09-15', '2026-10-23', 14, '兼职'),
      ...counts([32, 97, 5, 19]),
      problems: problems(`
        市场雇工流动大，底数不清 | 组织建设 | 张文斌 | 2026-11-10 | 待办
        外卖骑手没有固定歇脚处 | 职工生活 | 何秀兰 | 2026-10-31 | 已办结`),
      deeds: ['把社区闲置门房改成骑手驿站', '为市场职工办理互助保障四十一份', '联系社区安排“两癌”筛查专场一次'],
      ...results({ unionsFounded: 3, membersJoined: 92, consolationPeople: 9, consolationYuan: 4500 }),
      outcome: '建成骑手驿站一处，市场联合工会重新选出委员五人。',
      note: '',
    },
  ],
  [
    '马坪',
    {
      ...group('马小军、孙晓燕', '马坪镇', '马坪镇总工会', '马坪镇'),
      ...span('2026-09-28', '2026-10-16', 9, '脱产'),
      ...counts([18, 61, 3, 12]),
      problems: problems(`
        货车司机夜间停车场照明差 | 职工生活 | 马小军 | 2026-11-20 | 办理中
        合作社打药没有防护用品 | 劳动保护 | 马小军 | 2026-10-31 | 已办结`),
      deeds: ['司机之家添置淋浴间两间', '为合作社统一购置防护面罩六十副'],
      ...results({ unionsFounded: 1, membersJoined: 45, consolationPeople: 20, consolationYuan: 8000 }),
      outcome: '司机之家从“有地方”变成“愿意来”，十月日均来站司机三十余人。',
      note: '其间国庆放假七天',
    },
  ],
  [
    '华盛',
    {
      ...group('李红梅、梁雨晴', '云山工业园区', '华盛电子有限公司', '华盛电子'),
      ...span('2026-10-12', '2026-10-23', 10, '脱产'),
      ...counts([6, 128, 7, 21]),
      problems: problems(`
        夜班津贴多年未调 | 集体协商 | 周海燕 | 2026-11-15 | 已办结
        夜班食堂品种少、价格高 | 职工生活 | 周海燕 | 2026-10-31 | 跟踪回访
        派遣工与合同工福利不一致 | 劳动关系 | 刘建平 | 2026-12-20 | 办理中`),
      deeds: ['促成工资集体协商，夜班津贴单列进合同', '夜班食堂增加热菜四种'],
      ...results({ unionsFounded: 0, membersJoined: 73, consolationPeople: 0, consolationYuan: 0 }),
      outcome: '形成产改试点企业蹲点调研报告一篇，提出技能津贴分级建议，企业已采纳。',
      note: '解剖麻雀式蹲点',
    },
  ],
  [
    '环卫',
    {
      ...group('刘建平、韩玉兰', '城关街道', '云山县环卫保洁行业工会', '环卫行业'),
      ...span('2026-10-19', '2026-10-30', 8, '兼职'),
      ...counts([14, 66, 2, 11]),
      problems: problems(`
        驿站周末开门晚 | 职工生活 | 刘建平 | 2026-11-06 | 已办结
        雨衣无反光条，早班有危险 | 劳动保护 | 韩玉兰 | 2026-11-15 | 办理中`),
      deeds: ['北街驿站改为每日五点半开门', '发放防滑鞋套四百三十副'],
      ...results({ unionsFounded: 0, membersJoined: 26, consolationPeople: 43, consolationYuan: 12900 }),
      outcome: '与环卫所定下每季度一次的劳动保护用品会商。',
      note: '',
    },
  ],
  [
    '园区二',
    {
      ...group('陈国栋、何立春', '云山工业园区', '云山工业园区工会联合会', '园区'),
      ...span('2026-11-02', '2026-11-13', 9, '兼职'),
      ...counts([13, 58, 3, 9]),
      problems: problems(`
        两家企业应急演练不覆盖夜班 | 劳动保护 | 何立春 | 2026-12-10 | 待办
        化工企业班组缺少应急器材台账 | 劳动保护 | 何立春 | 2026-11-30 | 办理中`),
      deeds: ['帮助三家企业完善班组应急处置卡'],
      ...results({ unionsFounded: 1, membersJoined: 52, consolationPeople: 6, consolationYuan: 3000 }),
      outcome: '开展群众性安全检查一轮，发现并当场整改隐患十六处。',
      note: '',
    },
  ],
  [
    '青岭',
    {
      ...group('孙晓燕', '青岭乡', '青岭乡总工会', '青岭乡'),
      ...span('2026-10-26', '2026-11-06', null, '兼职'),
      ...counts([11, 24, 1, null]),
      problems: problems('林场护林员山上通信不畅 | 职工生活 | 孙晓燕 | 2026-12-31 | 待办'),
      deeds: [],
      ...results({ unionsFounded: 0, membersJoined: null, consolationPeople: 5, consolationYuan: 2500 }),
      outcome: '',
      note: '日志未交齐，在岗天数待核',
    },
  ],
  [
    '河湾',
    {
      ...group('陈国栋、马小军', '河湾乡', '河湾水电站', '河湾水电'),
      ...span('2026-11-09', '2026-12-11', null, '脱产'),
      ...counts([7, 31, 2, 6]),
      problems: problems(`
        站上职工子女周末接送难 | 职工生活 | 陈国栋 | 2026-12-05 | 办理中
        养殖户雇工没有入会渠道 | 组织建设 | 马小军 | 2026-12-11 | 待办`),
      deeds: ['为值班楼添置图书二百册'],
      ...results({ unionsFounded: null, membersJoined: 8, consolationPeople: null, consolationYuan: null }),
      outcome: '',
      note: '第四批蹲点，十二月十一日结束',
    },
  ],
])

type Part<Field extends keyof StayInput> = Pick<StayInput, Field>

function group(names: string, township: string, unitName: string, union: string) {
  const cadres = listOf(names, '、').map((name) => {
    const person = samplePeople.get(name)
    if (!person) throw new Error(`sample stay of an unknown person: ${name}`)
    return { name, post: person.post ?? '', isLeader: person.kind === '领导干部' }
  })
  return { cadres, township, unitName, unionId: union } satisfies Part<'cadres' | 'township' | 'unitName' | 'unionId'>
}

function span(from: string, to: string, daysOnSite: number | null, form: '脱产' | '兼职') {
  return { from, to, daysOnSite, form } satisfies Part<'from' | 'to' | 'daysOnSite' | 'form'>
}

/** 走访 家, 访谈 人次, 座谈 场, 意见建议 条 */
function counts([visits, talks, meetings, suggestions]: readonly [number, number, number, number | null]) {
  return { visits, talks, meetings, suggestions } satisfies Part<'visits' | 'talks' | 'meetings' | 'suggestions'>
}

function results<Fields extends Part<'unionsFounded' | 'membersJoined' | 'consolationPeople' | 'consolationYuan'>>(
  fields: Fields,
): Fields {
  return fields
}

/** 内容 | 类别 | 责任人 | 时限 | 状态 */
function problems(table: string) {
  return readTable(table, 5).map(([text = '', category = '', responsible = '', due = '', state]) => ({
    text,
    category,
    responsible,
    due,
    state: state as ProblemState,
  }))
}
