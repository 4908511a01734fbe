/**
 * Which kind of duty (要求类别) a clause asks for, if any. A clause is strong when it names an object of that kind together with
 * an act; weak when it only names the object, which counts where nothing else in the sentence decides.
 */
import type { RequirementKind } from '../../../src-shared/notices.ts'
import { asksForReport } from './report-duties.ts'

export type ClauseKind = { readonly kind: RequirementKind; readonly isStrong: boolean }

const acts =
  /开展|组织|举办|举行|召开|推出|制定|制作|开设|搭建|建立|建设|组建|成立|邀请|选派|选树|选好|宣传|报道|刊载|刊发|转载|推送|培训|轮训|学习|宣讲|办好|用好|运用|利用|依托|发挥|打造|深化|推动|推进|加强|强化|列出|列入|列为|纳入|摆上|落实|策划|创制|撰写|征集|参加|参观|发布|集中|健全|做好|抓好|抓实|安排|配备|编写|编印|拍摄|录制|播放|收看|讲|进行|采取|要|出台|细化|作出|明确|布置|悬挂|张贴|设立|新建|走访|发放|慰问|赴|到|形成|组成|挖掘|评选|推荐|总结|梳理|完成|自学|读|聘请|承担|实行|传达/u

/** Objects of each kind; the first kind that fits is taken, so that what is particular stands before what is general. */
const objects: readonly (readonly [RequirementKind, RegExp])[] = [
  ['蹲点', /蹲点|驻点|下沉/u],
  [
    '组织',
    /(?:把|将|作为)[^，。；]{0,40}政治(?:任务|责任)|议事日程|作出[^，。；]{0,8}部署|周密(?:部署|安排)|安排部署|部署安排|精心组织(?=[，。；]|实施)|加强组织领导|意识形态[^，。；]{0,4}责任制|第一责任人|负总责|亲自(?:谋划|研究|部署|抓)|领导小组(?!办公室)|工作专班|专人负责|专题会议|动员(?:部署)?会|分批有序|(?:组建|建强|配强)[^，。；]{0,6}队伍|学习贯彻意见|(?:制定|研究制定|拟定|细化)[^，。；]{0,20}(?:方案|计划|措施|意见|办法)|清单化|项目化|压实[^，。；]{0,6}责任|联络员|牵头部门|合理安排场次/u,
  ],
  [
    '评估',
    /督促检查|督导检查|监督检查|检查指导|督查|督导(?!组织)|抽查|纳入[^，。；]{0,16}(?:考核|评价)|评价[^，。；]{0,6}指标|考核(?!办法)|全[市县省区]通报|效果评估/u,
  ],
  ['研究', /课题|选题|研讨会|学术活动|理论研究|研究成果|(?<!网上|微)论坛(?!上)|调研报告|理论文章|论文/u],
  [
    '典型',
    /选树|培树|推选|评选|双十佳|推荐[^，。；]{0,12}(?:典型|先进|案例)|(?:宣传|挖掘|总结)[^，。；]{0,24}(?:先进集体|典型人物|先进典型)|征集[^，。；]{0,8}案例/u,
  ],
  [
    '文化',
    /征文|演讲|诗歌|朗诵|诵读|摄影|书画|知识竞赛|竞答|答题|寻访|打卡|文化活动|文化大赛|展览|临展|汇展|文艺|歌咏|合唱|运动会|主题活动|读书(?!班|笔记)|书香|场馆|工运资源|故事大赛|启动仪式|观后感|参观|心得(?!体会)/u,
  ],
  [
    '宣讲',
    /宣讲|巡讲|讲师团|讲党史|直播课堂|云课堂|报告会|专题辅导|辅导讲座|专题讲座|(?:进[\u4e00-\u9fa5]{2,4}、){2}(?<!进课程、进课堂、|进教材、进课堂、)|进(?:机关|企业|车间|班组|校园|社区|园区|基层)[、，]进?|播放[^，。；]{0,6}视频|讲[^，。；]{0,6}故事/u,
  ],
  [
    '宣传',
    /宣传报道|新闻|媒体|报刊|党报|专栏|公众号|微信|微博|网站|短视频|海报|图解|动漫|标语|宣传栏|电台|电视台|推送|刊发|刊载|转载|报道|线上视频|网上宣传|网络宣传|宣传引导|宣传解读|宣传[^，。；]{0,12}(?:典型|经验|做法|案例)|宣传工作|活动信息|信息不少|展播|优秀案例|经验[^，。；]{0,12}(?:梳理|汇总)/u,
  ],
  [
    '学习',
    /中心组|学习|培训|轮训|必修课|课程|研讨|主题党日|自学|读书班|辅导报告|辅导材料|微课|课堂|教材|教学|备课|学时|夜校|研学|党课|先学|全员学|笔记|逐条/u,
  ],
  [
    '贯彻',
    /县级工会加强年|我为职工办实事|办实事|建会入会|服务站点|驿站|送温暖|送清凉|金秋助学|走访慰问|逐户走访|走访|慰问|爱心礼包|新建职工书屋|劳动和技能竞赛|安康杯/u,
  ],
]

/** Particular programmes: the only duties of a section about the work at large. */
const programmes = /县级工会加强年|我为职工办实事|建会入会|服务站点|送温暖|送清凉|金秋助学|走访慰问/u
const leading = /(?:把|将)[^。；]{0,60}(?:贯彻)?落实(?:到|在|于)|转化为[^。；]{0,20}实际行动/u

/** What a notice is about (学习宣传贯彻) says nothing of a clause's own kind; nor do titles in 《》. */
export function maskTopics(text: string): string {
  return text
    .replace(/《[^》]*》/gu, fill)
    .replace(/(?:学习宣传贯彻|学习贯彻|宣传贯彻|学习宣传(?!教育活动))(?:落实)?/gu, fill)
    .replace(
      /(?:学习|宣传|宣讲)(?=[^，。；、]{0,24}精神[^，。；]{0,6}(?:摆上|列入|作为|融入|结合|重要|当前|贯彻))/gu,
      fill,
    )
    .replace(/“互联网\+”/gu, fill)
}

/** Narrative (叙述): what something is, means or is worth, without asking for anything. */
const narrative =
  /^(?:学习|深入学习)?[^，。；]{0,30}(?:是|有着|具有|标志着|事关)(?!否)[^，。；]{4,}|重大意义|召开的|指出|强调|深刻(?:领会|领悟|认识|把握)|“两个确立”|“四个意识”|坚定不移|引领|根据[^，。；]{2,30}(?:部署|要求|安排)$/u
/** What is to come of it (目的、效果); it belongs to the duty before it. */
const outcome =
  /^(?:并)?(?:确保|引导(?!.{0,20}参加)|激发|激励|增强|提高(?!.{0,6}培训)|提升|扩大|形成(?!.{0,10}(?:报告|材料|方案|清单))|营造|使|让|帮助|促进|凝聚|汇聚|弘扬|大力弘扬|达到|做到|切实把|切实用|自觉|深刻|始终|坚持|牢牢|弘扬|为|不断|着力|努力|打牢|树立|广泛吸引|推动工会|推动形成|带动|阐述|充分展示|交流研究成果|深化思想|全面提升)/u

export function isOutcome(clause: string): boolean {
  return outcome.test(clause)
}

/** The kind of a clause, or nothing: most of a notice asks for nothing. */
export function kindOfClause(clause: string): ClauseKind | undefined {
  if (asksForReport(clause)) return { kind: '报告', isStrong: true }
  const text = maskTopics(clause)
  if (narrative.test(text) && !/至少|不少于|不低于/u.test(text)) return undefined
  const found = objects.find(([, pattern]) => pattern.test(text))
  if (!found) return undefined
  const isStrong = acts.test(text.replace(found[1], (object) => object.replace(/^(?:把|将|作为)/u, '')) || text)
  return { kind: found[0], isStrong: isStrong && !isOutcome(text) }
}

/** In a section about the work at large: its leading sentence, named programmes, stays. */
export function kindOfWork(clause: string): ClauseKind | undefined {
  const text = maskTopics(clause)
  if (/蹲点/u.test(text) && !/结合/u.test(text)) return { kind: '蹲点', isStrong: true }
  if (programmes.test(text) && !/相?结合(?=[，。；]|$)/u.test(text)) return { kind: '贯彻', isStrong: true }
  return leading.test(clause) ? { kind: '贯彻', isStrong: false } : undefined
}

/** A stay or a programme that a duty is to be combined with (结合落实“三蹲六联”机制): a duty of its own. */
export function combinedStay(clause: string): boolean {
  return /(?:结合|落实)[^，。；]{0,12}(?:蹲点|三蹲六联)/u.test(clause)
}

function fill(text: string): string {
  return '□'.repeat(text.length)
}
