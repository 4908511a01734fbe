/**
 * The fixed vocabularies (词表) of the registers, as they occur in the notices of 2021 and 2022.
 * A value is stored as its Chinese word: it is what the clerk reads in forms, sheets, documents and bundles.
 * Words may be added at the end, never changed: old records hold them.
 */

/** 学习类型 */
export const studyTypes = [
  '理论学习中心组集体学习',
  '集体专题学习',
  '专题交流研讨',
  '主题党日',
  '支部学习',
  '青年理论学习小组',
  '干部培训',
  '培训班',
  '辅导报告',
  '集中学习',
  '线上课程',
  '现场教学',
  '读书诵读',
  '竞赛答题',
  '个人自学',
] as const

/** 开展形式 */
export const deliveries = ['线下', '线上', '线上线下结合'] as const

/** 对象 (audience strata): they overlap, so they are never summed into 人次. */
export const strata = [
  '工会干部',
  '领导班子成员',
  '党员',
  '劳模工匠',
  '班组长',
  '工会委员、技能标兵',
  '一线职工',
  '新就业形态劳动者',
  '户外劳动者',
  '困难职工',
  '青年职工',
  '女职工',
] as const

/** 宣讲方式: one lecture may have several. */
export const lectureModes = [
  '专家宣讲',
  '领导干部宣讲',
  '劳模宣讲',
  '基层工会宣讲',
  '宣讲团宣讲',
  '网上宣讲',
  '结合走访慰问调研',
  '广播电视',
] as const

/** 宣讲人类别 */
export const speakerKinds = [
  '专家',
  '领导干部',
  '党代表',
  '劳模工匠',
  '工会委员',
  '技能标兵',
  '一线职工',
  '其他',
] as const

/** 宣讲场合 */
export const lectureOccasions = [
  '报告会',
  '讲座',
  '车间班前会',
  '每周小结会',
  '小组学习会',
  '座谈互动',
  '直播',
  '其他',
] as const

/** 场合 of the many tiny sessions that are entered dozens at a time and stand on a line of their own. */
export const smallOccasions = [
  '车间班前会',
  '每周小结会',
  '小组学习会',
] as const satisfies readonly (typeof lectureOccasions)[number][]

/** 宣讲层级: whose lecture it is. */
export const lectureLevels = ['上级工会', '县总工会', '乡镇街道园区工会', '基层工会'] as const

/** 场所类型 */
export const venueTypes = [
  '企业',
  '车间',
  '班组',
  '园区（开发区）',
  '楼宇',
  '项目工地',
  '机关事业单位',
  '街道社区',
  '村',
  '学校',
  '工会阵地',
  '红色场馆',
  '户外劳动者服务站点',
  '教学点',
  '网上',
  '其他',
] as const

/** 基层工会类别 */
export const unionKinds = [
  '企业工会',
  '机关工会',
  '事业单位工会',
  '社会组织工会',
  '乡镇（街道）总工会',
  '村（社区）工会',
  '园区（开发区）工会',
  '行业工会',
  '联合基层工会',
] as const

/** 蹲点方式 */
export const stayForms = ['脱产', '兼职'] as const

/** 问题办理状态, in the order in which a problem moves. */
export const problemStates = ['待办', '办理中', '已办结', '跟踪回访'] as const

/** 宣传文化类别 */
export const activityKinds = ['宣传', '文化', '研究', '典型'] as const

/** 形式, by kind. */
export const activityGenres = {
  宣传: [
    '新闻报道',
    '采访',
    '综述评论',
    '专栏专题',
    '短视频',
    '微动漫图解',
    '海报标语',
    '转载推送',
    '宣传栏',
    '经验做法',
    '其他宣传',
  ],
  文化: [
    '征文',
    '诗歌',
    '演讲',
    '诵读读书',
    '书画摄影',
    '知识竞答',
    '网络大赛',
    '班组文化',
    '展览',
    '红色寻访',
    '文艺演出',
    '其他文化活动',
  ],
  研究: ['课题', '研讨会', '论坛', '调研报告', '理论文章', '其他研究'],
  典型: ['先进集体', '先进人物', '优秀成果', '典型案例', '其他典型'],
} as const

/** 计量单位 of an activity. */
export const activityUnits = ['条', '篇', '件', '期', '场', '项', '个', '人', '次'] as const

/** 如何不再是一个工会: 撤销, 并入别的工会, or 分设 into several. */
export const unionEndings = ['撤销', '合并', '分设'] as const

/** What is done to a union in the register (变更事项). */
export const unionActKinds = ['更名', '撤销', '合并', '分设', '重复登记合并', '更正统计编码'] as const

/** 干部身份 */
export const cadreStandings = ['班子成员', '机关干部', '社会化工作者', '其他'] as const

/** 学习组织类别 */
export const studyGroupKinds = ['理论学习中心组', '党支部', '青年理论学习小组', '其他学习小组'] as const

/** 应开展的周期 */
export const dutyPeriods = ['月', '季度', '半年', '年'] as const

/** 阵地类别 */
export const venueKinds = [
  '职工书屋',
  '职工之家',
  '职工活动中心',
  '文化宫',
  '劳动公园',
  '劳动者港湾',
  '爱心驿站',
  '司机之家',
  '工运场馆',
  '红色教育基地',
  '教学点',
  '会议室',
  '其他',
] as const

/** 材料类别 */
export const materialKinds = ['辅导读本', '文件汇编', '课件', '微课', '视频', '宣讲提纲', '问答题库', '其他'] as const

/** 佐证类别 */
export const attachmentRoles = ['照片', '签到册', '会议记录', '课件', '报道', '其他'] as const

export type ActivityKind = (typeof activityKinds)[number]
export type StudyType = (typeof studyTypes)[number]
export type Delivery = (typeof deliveries)[number]
export type Stratum = (typeof strata)[number]
export type UnionKind = (typeof unionKinds)[number]
export type ProblemState = (typeof problemStates)[number]
