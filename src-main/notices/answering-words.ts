/**
 * What the words of notices are called in our registers (词语对照): plain data, read by criteria.ts. A notice says
 * 「集体专题交流」 or 「新就业形态劳动者」; a record holds a word of the vocabularies.
 */
import type { RequirementKind } from '../../src-shared/notices.ts'
import type { RecordKind } from '../../src-shared/record-kinds.ts'
import {
  type ActivityKind,
  activityGenres,
  lectureModes,
  lectureOccasions,
  type Stratum,
  type StudyType,
  stayForms,
  strata,
  studyTypes,
  venueTypes,
} from '../../src-shared/vocabulary.ts'

/** Records of which kind answer a requirement of which kind; `needsForm`: only those of a form that it names. */
export const answeringKinds: Readonly<
  Record<RequirementKind, readonly { readonly kind: RecordKind; readonly needsForm?: true }[]>
> = {
  组织: [],
  学习: [{ kind: 'study' }, { kind: 'activity', needsForm: true }],
  宣讲: [{ kind: 'lecture' }, { kind: 'activity', needsForm: true }],
  蹲点: [{ kind: 'stay' }],
  宣传: [{ kind: 'activity' }],
  文化: [{ kind: 'activity' }, { kind: 'study', needsForm: true }],
  研究: [{ kind: 'activity' }],
  典型: [{ kind: 'activity' }],
  贯彻: [],
  评估: [],
  报告: [],
}

type Words<Word extends string> = readonly { readonly said: RegExp; readonly means: readonly Word[] }[]

/** Every word of the vocabulary means itself; the first other entry that fits counts. */
function meaningOf<Word extends string>(said: string, known: readonly Word[], others: Words<Word>): Word[] {
  const exact = known.filter((word) => word === said)
  if (exact.length > 0) return exact
  return [...(others.find((other) => other.said.test(said))?.means ?? [])]
}

const studyWords: Words<StudyType> = [
  { said: /青年/, means: ['青年理论学习小组'] },
  { said: /主题党日/, means: ['主题党日'] },
  { said: /专题(?:交流|研讨)|研讨|交流/, means: ['专题交流研讨'] },
  { said: /集体专题学习|专题学习/, means: ['集体专题学习'] },
  { said: /中心组/, means: ['理论学习中心组集体学习'] },
  { said: /支部/, means: ['支部学习', '主题党日'] },
  { said: /自学/, means: ['个人自学'] },
  { said: /培训班|学习班|轮训/, means: ['培训班'] },
  { said: /必修课|干部.*培训|分层.*培训|专题培训|全员.*培训/, means: ['干部培训', '培训班'] },
  { said: /培训/, means: ['干部培训', '培训班'] },
  { said: /辅导|报告会|讲座/, means: ['辅导报告'] },
  { said: /微课|直播|线上.*课|网上.*课|网络.*课/, means: ['线上课程'] },
  { said: /现场.*教学|情景.*教学|互动.*教学/, means: ['现场教学'] },
  { said: /诵读|读书|朗读/, means: ['读书诵读'] },
  { said: /竞赛|竞答|答题/, means: ['竞赛答题'] },
  { said: /集体学习|集中学习/, means: ['集中学习', '集体专题学习', '理论学习中心组集体学习'] },
]
type LectureForm = (typeof lectureModes)[number] | (typeof lectureOccasions)[number]
/** How it is given and on what occasion: a notice tells both as forms. 其他 is no occasion to ask for. */
const lectureForms: readonly LectureForm[] = [...lectureModes, ...lectureOccasions.filter((word) => word !== '其他')]
const lectureWords: Words<LectureForm> = [
  { said: /班前会/, means: ['车间班前会'] },
  { said: /小结会/, means: ['每周小结会'] },
  { said: /学习会/, means: ['小组学习会'] },
  { said: /报告会/, means: ['报告会'] },
  { said: /宣讲团|宣讲队|宣讲小分队/, means: ['宣讲团宣讲'] },
  { said: /专家|教授|学者|讲师/, means: ['专家宣讲'] },
  { said: /领导|班子|负责同志|负责人/, means: ['领导干部宣讲'] },
  { said: /劳模|党代表|工匠|劳动模范|代表/, means: ['劳模宣讲'] },
  { said: /直播/, means: ['网上宣讲', '直播'] },
  { said: /网上|线上|云课堂|网络/, means: ['网上宣讲'] },
  { said: /电视|广播|电台/, means: ['广播电视'] },
  { said: /送温暖|走访|慰问|调研/, means: ['结合走访慰问调研'] },
  { said: /基层|委员|标兵/, means: ['基层工会宣讲'] },
  { said: /座谈|互动/, means: ['座谈互动'] },
  { said: /讲座|辅导/, means: ['讲座'] },
]
type Genre = (typeof activityGenres)[ActivityKind][number]
const genreWords: Words<Genre> = [
  { said: /采访/, means: ['采访'] },
  { said: /综述|评论|言论/, means: ['综述评论'] },
  { said: /专栏|专题/, means: ['专栏专题'] },
  { said: /短视频|微镜头|视频/, means: ['短视频'] },
  { said: /动漫|图解|图文/, means: ['微动漫图解'] },
  { said: /海报|标语/, means: ['海报标语'] },
  { said: /转载|推送/, means: ['转载推送'] },
  { said: /宣传栏|橱窗/, means: ['宣传栏'] },
  { said: /报道|报导|通讯|新闻/, means: ['新闻报道'] },
  { said: /经验|做法/, means: ['经验做法'] },
  { said: /征文/, means: ['征文'] },
  { said: /诗歌/, means: ['诗歌'] },
  { said: /演讲/, means: ['演讲'] },
  { said: /诵读|读书/, means: ['诵读读书'] },
  { said: /书画|摄影/, means: ['书画摄影'] },
  { said: /竞答|答题|竞赛/, means: ['知识竞答'] },
  { said: /网络.*大赛/, means: ['网络大赛'] },
  { said: /班组文化/, means: ['班组文化'] },
  { said: /展/, means: ['展览'] },
  { said: /寻访|打卡/, means: ['红色寻访'] },
  { said: /演出|文艺/, means: ['文艺演出'] },
  { said: /课题|选题/, means: ['课题'] },
  { said: /研讨/, means: ['研讨会'] },
  { said: /论坛/, means: ['论坛'] },
  { said: /调研/, means: ['调研报告'] },
  { said: /文章|论文/, means: ['理论文章'] },
  { said: /集体/, means: ['先进集体'] },
  { said: /人物|模范|双十佳/, means: ['先进人物'] },
  { said: /成果/, means: ['优秀成果'] },
  { said: /案例/, means: ['典型案例'] },
]
const genres: readonly Genre[] = Object.values(activityGenres).flat()

/** Words of the other registers name other things, but for these. */
const studiesAsActivities: Readonly<Partial<Record<string, readonly Genre[]>>> = {
  竞赛答题: ['知识竞答'],
  读书诵读: ['诵读读书'],
}
const foreignToActivities = new Set<string>([...studyTypes, ...lectureForms])

function genresMeant(said: string): readonly Genre[] {
  return foreignToActivities.has(said) ? (studiesAsActivities[said] ?? []) : meaningOf(said, genres, genreWords)
}

/** 学习类型, 宣讲方式 or 场合, 蹲点方式 or 形式 that a word of a notice means; empty for a word that no record holds. */
export const formsMeant: Readonly<Record<RecordKind, (said: string) => readonly string[]>> = {
  study: (said) => meaningOf(said, studyTypes, studyWords),
  lecture: (said) => meaningOf(said, lectureForms, lectureWords),
  activity: genresMeant,
  stay: (said) => meaningOf(said, stayForms, []),
}

/** 职工 and 各级工会 are everybody: they leave nothing to compare. */
export const everybody =
  /^(?:广大|全体|各级|全市|全省|全县|基层)*(?:职工|职工群众|群众|工会|工会组织|各级工会|工会干部和职工|各单位)$/

const stratumWords: Words<Stratum> = [
  { said: /新就业|货车|网约|快递|外卖/, means: ['新就业形态劳动者'] },
  { said: /户外/, means: ['户外劳动者'] },
  { said: /困难/, means: ['困难职工'] },
  { said: /青年/, means: ['青年职工'] },
  { said: /女职工/, means: ['女职工'] },
  { said: /班组长/, means: ['班组长'] },
  { said: /劳模|工匠/, means: ['劳模工匠'] },
  { said: /委员|标兵/, means: ['工会委员、技能标兵'] },
  { said: /领导|班子|负责同志/, means: ['领导班子成员'] },
  { said: /党员/, means: ['党员'] },
  { said: /干部|工会工作者|学员/, means: ['工会干部'] },
  { said: /一线/, means: ['一线职工'] },
]
export const strataMeant = (said: string) => meaningOf(said, strata, stratumWords)

type Venue = (typeof venueTypes)[number]
/** 基层一线 is anywhere; it is left out by `isAnywhere`. */
const venueWords: Words<Venue> = [
  { said: /车间/, means: ['车间'] },
  { said: /班组/, means: ['班组'] },
  { said: /园区|开发区/, means: ['园区（开发区）'] },
  { said: /楼宇/, means: ['楼宇'] },
  { said: /工地|项目/, means: ['项目工地'] },
  { said: /机关|事业单位/, means: ['机关事业单位'] },
  { said: /街道|社区/, means: ['街道社区'] },
  { said: /^(?:定点)?(?:帮扶)?村$|村组|乡村/, means: ['村'] },
  { said: /学校|课堂/, means: ['学校'] },
  { said: /企业/, means: ['企业'] },
  { said: /文化宫|职工之家|书屋|劳动公园|工会阵地/, means: ['工会阵地'] },
  { said: /红色|场馆|教育基地/, means: ['红色场馆'] },
  { said: /驿站|港湾|司机之家|服务站点/, means: ['户外劳动者服务站点'] },
  { said: /教学点/, means: ['教学点'] },
  { said: /网上|线上|网络/, means: ['网上'] },
]
/** A workshop and a team are in an enterprise. */
export function venuesMeant(said: string): Venue[] {
  const venues = meaningOf(said, venueTypes, venueWords)
  return venues.includes('企业') ? [...venues, '车间', '班组'] : venues
}
export const isAnywhere = (said: string) => /^(?:深入)?(?:基层|一线|基层一线|各地|全市|全县|单位|其他)$/.test(said)
