/**
 * Which kind of duty (要求类别) a clause asks for, if any, and how surely: 要求 asks for it. 途径 says by what means (通过集中学习等形式)
 * or what to prepare (制定计划), a duty where the sentence asks for nothing else. 附带 only mentions it (结合…、确保…).
 */
import type { RequirementKind } from '../../../src-shared/notices.ts'
import { asksForReport } from './report-duties.ts'

export type Strength = '要求' | '途径' | '附带'
export type ClauseKind = { readonly kind: RequirementKind; readonly strength: Strength }
type Objects = readonly (readonly [RequirementKind, RegExp])[]

/** What each kind is about; the first that fits is taken, so what is particular stands before what is general. */
const objects: Objects = [
  [
    '评估',
    /督促检查|督导检查|监督检查|检查指导|督查|调度|督导(?!组织)|抽查|纳入[^，。；]{0,16}(?:考核|评价)|评价[^，。；]{0,6}指标|考核(?!办法)|全[市县省区]通报|效果评估|中期评估|跟踪问效|自查|考评/u,
  ],
  ['宣传', /^(?:及时|集中|同步|做好|定期)?(?:展播|报道|刊载|刊发|转载|推送)/u],
  [
    '蹲点',
    /蹲点(?!期间|情况|工作总结|总结)|驻点|驻企|驻厂|(?:到|赴|下|深入)基层[^，。；]{0,4}调研[^，。；]{0,6}(?:天|月)|下沉[^，。；]{0,6}(?:基层|一线|企业)/u,
  ],
  [
    '组织',
    /(?:把|将|作为)[^，。；]{0,40}政治(?:任务|责任)|议事日程|意识形态[^，。；]{0,4}责任制|第一责任人(?!.{0,6}讲)|负总责|亲自(?:谋划|研究|部署|抓)|(?:成立|组建|建立)[^，。；]{0,14}(?:领导小组|专班|工作组|办公室|督导组|工作委员会)|专人负责|专题会议|动员(?:部署)?会|(?:组建|建强|配强|建立)[^，。；]{0,8}(?:队伍|宣讲员库)|学习贯彻意见|清单化|分批有序|合理安排[^，。；]{0,4}场次|(?:制定|拟定|编制)[^，。；]{0,12}宣讲方案/u,
  ],
  [
    '研究',
    /课题|(?<!网上|微)论坛|重点选题|选题立项|研讨会|学术活动|理论研究|研究成果|调研报告|调研成果|专题调研|(?:开展|组织)[^，。；]{0,6}调研|(?:撰写|发表)[^，。；]{0,12}文章|论文(?!化|章)/u,
  ],
  [
    '典型',
    /选树|培树|推选|评选|双十佳|(?:推荐|可申报|限报)(?:上报|申报)?(?:\d+|[一两二三])[名个家项人](?![^，。；]{0,6}(?:选手|队|节目|演员))|作为[^，。；]{0,20}推荐(?:单位|对象|人选)|推荐[^，。；]{0,12}(?:典型|先进|案例|参评|人选|候选)|(?:发掘|挖掘)[^，。；]{0,6}典型|(?:宣传|挖掘|总结)[^，。；]{0,30}(?:先进集体|典型人物|先进典型)|征集[^，。；]{0,8}案例/u,
  ],
  [
    '文化',
    /征文|演讲|诗歌|朗诵|诵读|摄影|书画|知识竞赛|竞答|答题|寻访|打卡|文化活动|文化大赛|展览|临展|汇展|文艺|歌咏|合唱|运动会|文体活动|文化节|艺术节|联谊|(?<!劳动|技能|劳动和技能)(?:比赛|大赛|联赛)|[球棋]赛|自行组织初赛|健步走|观展|观影|主题活动|读书(?!班|笔记)|书香|场馆|工运资源|讲解路线|启动仪式|观后感|参观|心得(?!体会)/u,
  ],
  [
    '宣讲',
    /宣讲(?!工作(?=.)|中的|结束|能力|队伍|方案|安排|情况|场次|课件|员|骨干|活动方案|小?组成员)|巡讲|讲师团|大?讲堂|讲党史|直播课堂|云课堂|报告会|专题辅导|辅导讲座|专题讲座|面对面交流|邀请[^，。；]{0,16}(?:劳模|代表|专家|教授|工匠)[^，。；]{0,8}(?:深入|走进|讲|授课|作报告)|(?:进[\u4e00-\u9fa5]{2,4}、){2}|进(?:机关|企业|车间|班组|校园|社区|园区|基层)(?:[、，]|活动|$)|深入[^，。；]{0,14}讲(?!话)/u,
  ],
  [
    '宣传',
    /宣传报道|典型宣传|新闻(?!出版|办)|媒体|报刊(?!\d|和|、设备|等?图书)|党报|专栏|公众号|微信|微博|网站(?!上?下载)|短视频|海报|图解|动漫|标语|横幅|展板|宣传栏|橱窗|板报|宣传[^，。；]{0,8}事迹|电子屏|宣传片|宣传册|电台|电视台|推送|刊发|刊载|转载|报道|线上视频|网上宣传|网络宣传|宣传引导|宣传解读|宣传工作|咨询[台点活]|宣传资料|^(?:大力|积极|及时|广泛)?宣传(?!教育|月|周|发动|动员)|活动信息|上报信息|展播|评论|综述|优秀案例|经验[^，。；]{0,12}(?:梳理|汇总|总结)/u,
  ],
  [
    '学习',
    /中心组(?!学习秘书)|学习培训|集中学习|集体学习|专题学习|理论学习(?!材料)|学习研讨|学习讨论|座谈讨论|大讨论|收听收看|收看|交流会|学习平台|线上学习|传达学习|逐[条章字]|学习班|学习强国|学习活动|先学|学习小组|学习会|组织[^，。；]{0,12}学习|轮训|培训(?!纪律|情况|计划|秩序|经费|对象|内容)|必修课|课程|研讨|主题党日|自学|读书班|辅导报告|辅导材料|微课|课堂|教材|教学|备课|学时|夜校|研学|党课|笔记/u,
  ],
  [
    '贯彻',
    /(?:创建|建成|建立|培育|打造)[^，。；]{0,20}\d+[个家处]|完成(?:创建|建设|整改|组建)|(?:进行|开展)[^，。；]{0,4}(?:调查|摸排|摸底)(?!研究)|(?:完成|做好)[^，。；]{0,24}(?:填报|录入|摸底|统计调查)|县级工会加强年|办实事|件实事|建会入会|服务站点|送温暖|送清凉|金秋助学|走访|慰问|爱心礼包|合理化建议|隐患排查|技能比武|劳动竞赛|技能竞赛|(?:新建|建设|建好)[^，。；]{0,6}(?:职工书屋|职工之家|驿站)|安康杯/u,
  ],
]

/** General words of getting ready; alone they ask for nothing that could be shown. */
const preparing =
  /周密(?:部署|安排)|安排部署|部署安排|精心组织|组织领导|作出[^，。；]{0,8}(?:部署|安排)|(?:制定|拟定|细化|编制|谋划)[^，。；]{0,24}(?:方案|计划|措施|意见|办法)|联络员|压实[^，。；]{0,6}责任|明确[^，。；]{0,6}(?:责任|分工)|专人|清单|台账/u

const prefix = '^(?:要|应|须|并)?(?:进一步|充分|紧密|综合|注意|注重|切实)?'
/** By what means: it leads to what it is for. */
const means = new RegExp(
  `${prefix}(?:通过|采取|利用|运用|借助|发挥|依托|以[^，。；]{1,20}(?:为载体|为抓手|形式|方式))`,
  'u',
)
/** On what occasion, after what rule, for whom: it leads to the duty. */
const occasion = new RegExp(
  `${prefix}(?:结合|围绕|按照|根据|针对|与(?!.{0,12}(?:交流|互动))|以[^，。；]{1,20}为|在[^，。；]{1,24}(?:基础上|过程中|同时|中|期间|下)$|立足|面向|联合)`,
  'u',
)
/** An act within such a clause asks for something itself: 通过举办报告会, 结合实际制定方案. */
const actByMeans = /展示|推送|发布|刊发|开设|举办|制作|推出|召开|创作|设立|举行|建立|搭建|开展/u
const actOnOccasion = new RegExp(
  `${prefix}(?:[^，。；]{2,30}(?:选定|确定|形成|牵头)|[^，。；、]{2,9}?(?:制定|开展|组织|举办|召开|制作|编写|征集|选拔|推荐|宣讲|培训))`,
  'u',
)

/** What is to come of it (目的、效果): it belongs to the clause before it. */
const outcome =
  /^(?:要|并|从而|切实|进而)?(?:确保|引导(?!.{0,20}参加)|激发|激励|增强|提高(?!.{0,6}培训)|提升|扩大|形成(?!.{0,10}(?:报告|材料|方案|清单))|营造|使|让|帮助|促进|凝聚|汇聚|弘扬|大力弘扬|达到|做到|切实把|切实用|自觉|深刻|始终|坚持|牢牢|不断|着力|努力|打牢|树立|广泛吸引|吸引|推动工会|推动形成|带动|适当|方便|便于|满足|阐述|充分展示|交流研究成果|深化思想|为)/u

/** What something is, means or is worth, and how a contest goes. */
const narrative =
  /^(?:本次|此次|该|各)?[^，。；]{0,10}(?:比赛|大赛|竞赛|赛|演讲|诵读|选手|作品|稿件|视频|活动)(?:人员|人数|作品)?(?:采用|采取|设(?!立)|分为?|由|形式|时长|时间(?!定?为|：)|人数|内容|主题|要求|可以?|须|需|应|限|裁判|不得|不限|将(?:统一|在))|^[^，。；]{0,10}可(?:以)?(?:参考|到|登[陆录])|挂在|一式[\d一二两三四五六七八]份|作为[^，。；]*依据$|^^(?:主要)?(?:包括|含|即)|^[^，。；]{0,34}(?<![但凡只要就还也一二三四五六七八九十])(?:是|有着|具有|标志着|事关)(?!否)[^，。；]{4,}|重大意义|召开的|指出|深刻(?:领会|领悟|认识|把握)|“两个确立”|“四个意识”|坚定不移/u

/** Particular programmes: the only duties in a section about the work at large. */
const programmes = /县级工会加强年|我为职工办实事|建会入会|服务站点|送温暖|送清凉|金秋助学|走访慰问/u
const leading = /(?:把|将)[^。；]{0,60}(?:贯彻)?落实(?:到|在|于)/u
/** 开展对象化、分众化宣讲 says how lectures are to be, not that there be one more. */
const quality = /^(?:宣讲|学习|活动)要|对象化|分众化|互动化|差异化|精准化|通俗易懂|宣讲好|解读好|讲清/u

/** What a notice is about (学习宣传贯彻 …) says nothing of the kind of a clause, nor do titles in 《》. */
function maskTopics(text: string): string {
  return (
    text
      .replace(/《[^》]*》/gu, blank)
      .replace(/(?:(?:学习培训|宣传教育|宣传宣讲|学习教育|贯彻落实|宣传引导|学习宣传)、?){2,}/gu, blank)
      .replace(/(?:学习宣传贯彻|学习贯彻|宣传贯彻|学习宣传|学习宣贯|学习领会|学习教育)(?:落实)?(?!活动)/gu, blank)
      .replace(/进(?:课程|课堂|课题|教材|头脑)、?/gu, blank)
      // When, not what: 活动结束后, 蹲点期间.
      .replace(
        /(?:活动|宣讲|学习|培训|蹲点|慰问|收看|展览|比赛|竞赛)(?:结束|完成)后|(?:宣讲|学习|培训|蹲点|慰问|活动|展览|比赛|竞赛)(?:期间|过程中)/gu,
        blank,
      )
  )
}

/** The kind that a heading or a title names, for numbers below it whose clause names none (全年不少于8期). */
export function kindOfHeading(heading: string): RequirementKind | undefined {
  return kindOfText(maskTopics(heading))
}

/** Whether a clause leads to the next, saying how, when or where. */
export function isManner(clause: string): boolean {
  return (
    means.test(clause) || occasion.test(clause) || /^(?:带头|积极)?(?:深入|走进|走向)[^，。；]{1,24}$/u.test(clause)
  )
}

/** The kind of a clause, or nothing: most of a notice asks for nothing. `predicate` is the clause without its subject. */
export function kindOfClause(clause: string, predicate = clause): ClauseKind | undefined {
  if (asksForReport(clause)) return { kind: '报告', strength: '要求' }
  const text = maskTopics(clause)
  if (narrative.test(text) && !/至少|不少于|不低于/u.test(text)) return undefined
  const kind = kindOfText(mainPart(text)) ?? kindOfText(text)
  if (kind !== undefined) return { kind, strength: strengthOf(kind, maskTopics(predicate)) }
  if (!preparing.test(clause)) return undefined
  return {
    kind: '组织',
    strength: /(?:制定|拟定|编制|细化)[^，。；]{0,24}(?:方案|计划|措施|意见|办法)/u.test(clause) ? '途径' : '附带',
  }
}

function kindOfText(text: string): RequirementKind | undefined {
  return objects.find(([, pattern]) => pattern.test(text))?.[0]
}

/** 通过知识竞赛等形式组织职工学习 asks for study. */
function mainPart(text: string): string {
  return /等(?:多种|各种|不同)?(?:形式|方式|途径|办法|载体|平台)(.{4,})$/u.exec(text)?.[1] ?? ''
}

function strengthOf(kind: RequirementKind, text: string): Strength {
  // Self-study leaves no other trace than its being named.
  if (kind === '学习' && text.includes('自学')) return '要求'
  if (outcome.test(text) || (['宣讲', '学习'].includes(kind) && quality.test(text))) return '附带'
  if (/^传达学习/u.test(text)) return '途径'
  // What is allowed is not asked: 不能到场的可通过直播收看.
  if (/可(?:以)?通过/u.test(text)) return '附带'
  if (means.test(text)) return actByMeans.test(text) ? '要求' : '途径'
  return occasion.test(text) && !actOnOccasion.test(text) ? '附带' : '要求'
}

/** In a section about the work at large: its leading sentence, named programmes, stays. */
export function kindOfWork(clause: string): ClauseKind | undefined {
  const text = maskTopics(clause)
  if (/结合|^(?:要)?不断|相融合/u.test(text)) return undefined
  if (/蹲点/u.test(text)) return { kind: '蹲点', strength: '要求' }
  if (programmes.test(text)) return { kind: '贯彻', strength: '要求' }
  return leading.test(clause) ? { kind: '贯彻', strength: '要求' } : undefined
}

/** A stay or a programme that a duty is to be combined with (结合落实“三蹲六联”机制): a duty of its own. */
export function isCombinedStay(clause: string): boolean {
  return /(?:结合|落实)[^，。；]{0,12}(?:蹲点|三蹲六联)/u.test(clause)
}

function blank(text: string): string {
  return '□'.repeat(text.length)
}
