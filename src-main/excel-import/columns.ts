/** The columns of each register (各名册的列): template header, how cells are read, and what clerks call the column. */
import type { ImportKind } from '../../src-shared/excel-import.ts'
import * as words from '../../src-shared/vocabulary.ts'
import { type Column, column } from './column.ts'
import { registerColumns } from './register-columns.ts'

const dayNote = '如2026-11-05'
const manyNote = '多项用“；”分开'
const unionsNote = '用单位名册中的名称，多个用“；”分开'
const sharesNote = '如“一线职工30；女职工12”，人数可不写'
const date = (aliases: string) =>
  column('date', 'day', `日期 时间 ${aliases}`, { required: true, note: dayNote, example: '2026-11-05' })
const note = column('note', 'text', '说明 备注说明')
const delivery = column('delivery', 'word', '开展方式 线上线下 线上或线下', {
  words: words.deliveries,
  example: '线下',
})
const activityWords = Object.values(words.activityGenres).flat()

export const columnsOf: Readonly<Record<ImportKind, readonly Column[]>> = {
  ...registerColumns,
  grassrootsUnion: [
    column('name', 'text', '名称 单位名称 单位 工会名称 基层工会 基层工会名称', {
      header: '单位名称',
      required: true,
      example: '示例机械有限公司工会',
    }),
    column('kind', 'word', '类别 类型 单位类别 工会类别 工会类型 单位类型', {
      words: words.unionKinds,
      required: true,
      example: '企业工会',
    }),
    column('township', 'text', '乡镇 街道 乡镇街道 所属乡镇 所属乡镇街道 所在乡镇街道 园区', {
      required: true,
      example: '城关镇',
    }),
    column('industry', 'text', '所属行业 行业类别', { example: '制造业' }),
    column('members', 'count', '会员 会员数 会员总数 工会会员数', { example: 310 }),
    column('staff', 'count', '职工 职工数 职工总数 在职职工数 从业人数', { example: 320 }),
    column('code', 'text', '信用代码 社会信用代码 工会代码', { note: '18位，可空' }),
    column('statisticsCode', 'text', '工会统计编码 基层工会统计编码 统计代码', { header: '统计编码', note: '可空' }),
    column('parentId', 'union', '所属工会 上级工会名称 所属上级工会 主管工会', {
      header: '上级工会',
      note: '用单位名册中的名称，可空',
    }),
    column('chair', 'text', '工会主席 主席姓名 工会负责人 负责人', { header: '主席', example: '赵某' }),
    column('phone', 'text', '电话 联系方式 手机 手机号码 办公电话', { header: '联系电话' }),
    column('foundedOn', 'day', '建会日期 建会时间 成立时间 组建时间 组建日期', { header: '成立日期', note: dayNote }),
    note,
  ],
  study: [
    date('学习日期 学习时间 活动日期 活动时间 开展时间 开展日期'),
    column('startTime', 'time', '开始 起始时间', { example: '09:00', note: '如09:30' }),
    column('endTime', 'time', '结束 终止时间', { example: '11:00', note: '如11:00' }),
    column('type', 'word', '类型 类别 学习形式 活动类型 学习方式', {
      words: words.studyTypes,
      required: true,
      example: '主题党日',
    }),
    column('topic', 'text', '学习主题 学习内容 内容 活动主题 学习专题 专题 题目', {
      required: true,
      example: '学习党的二十大报告',
    }),
    column('materials', 'text', '学习材料 学习资料 篇目 材料'),
    column('organiser', 'text', '组织部门 主办单位 承办单位 单位 学习单位 开展单位 责任单位 单位名称', {
      required: true,
      example: '县总工会机关党支部',
    }),
    column('partyOrganisation', 'text', '所属党组织 党支部'),
    column('host', 'text', '主持 主持人姓名', { example: '张某' }),
    column('leadSpeaker', 'text', '主讲人 领学人 主讲 领学 主讲领学人'),
    column('place', 'text', '学习地点 活动地点 会议地点', { example: '三楼会议室' }),
    delivery,
    column('dueCount', 'count', '应到 应参加人数 应到会人数 应参学人数', { example: 20 }),
    column('attendedCount', 'count', '实到 参加人数 参学人数 参会人数 人数 到会人数 实到会人数 参加人次 学习人数', {
      example: 19,
    }),
    column('attendanceNote', 'text', ''),
    column('strata', 'shares', '参加对象 学习对象 参加人员 人员构成', { note: sharesNote }),
    column('decisions', 'text', '议定 决议 形成决议'),
    note,
  ],
  lecture: [
    date('宣讲日期 宣讲时间 活动日期 活动时间 开展时间 开展日期'),
    column('durationMinutes', 'count', '时长 宣讲时长', { example: 60 }),
    column('topic', 'text', '宣讲主题 宣讲内容 内容 宣讲题目 题目 活动主题', {
      required: true,
      example: '党的二十大精神宣讲',
    }),
    column('modes', 'words', '方式 宣讲形式 宣讲类型 宣讲类别', {
      words: words.lectureModes,
      required: true,
      note: manyNote,
      example: '劳模宣讲',
    }),
    column('speakers', 'speakers', '宣讲员 主讲人 主讲 宣讲人姓名 宣讲人员 授课人 宣讲人员姓名', {
      required: true,
      note: '如“赵某（劳动模范；劳模工匠）”，多人每人一行',
      example: '赵某（劳动模范；劳模工匠）',
    }),
    column('speakerPost', 'text', '宣讲员职务 职务 单位及职务 宣讲人单位及职务 宣讲人单位职务', {
      header: '宣讲人职务',
      foreign: true,
    }),
    column('speakerKind', 'word', '宣讲人身份 宣讲员类别', {
      header: '宣讲人类别',
      foreign: true,
      words: words.speakerKinds,
    }),
    column('team', 'text', '宣讲团名称 宣讲队'),
    column('organiser', 'text', '组织部门 主办单位 承办单位 组织工会 责任单位 开展单位'),
    column('level', 'word', '层级 宣讲级别 级别 组织层级 主办层级', {
      words: words.lectureLevels,
      example: '县总工会',
    }),
    column('occasion', 'word', '场合 宣讲载体', { words: words.lectureOccasions, example: '讲座' }),
    delivery,
    column('venueType', 'word', '场所 场所类别 地点类型', { words: words.venueTypes, required: true, example: '车间' }),
    column('place', 'text', '宣讲地点 活动地点 具体地点 宣讲场所', { example: '某公司一车间' }),
    column('unionIds', 'unions', '覆盖单位 受众单位 宣讲单位 宣讲对象单位 受教单位 基层工会 听讲单位', {
      note: unionsNote,
    }),
    column(
      'audienceOnSite',
      'count',
      '现场 现场人数 线下人次 线下人数 听众人数 受众人数 参加人数 人数 人次 受众人次 听众 受教育人数',
      {
        example: 45,
      },
    ),
    column('audienceOnline', 'count', '线上 线上人数 在线人数 线上观看人次 网上人次'),
    column('clicks', 'count', '点击 点击量 浏览量 阅读量 播放量'),
    column('strata', 'shares', '宣讲对象 受众 受众对象 听众对象', { note: sharesNote }),
    column('questionsAnswered', 'count', '解答问题 互动提问数 答疑数'),
    column('reactions', 'text', '反响 群众反响 宣讲效果'),
    column('stayId', 'stay', '蹲点', { note: '如“云山工业园区（2026-11-02至2026-11-13）”' }),
    note,
  ],
  stay: [
    column('cadres', 'cadres', '干部 蹲点人员 蹲点人 蹲点干部姓名 干部姓名 姓名 人员 蹲点组成员', {
      required: true,
      note: '如“张某（副主席；班子成员）”，多人每人一行',
      example: '张某（副主席；班子成员）',
    }),
    column('cadrePost', 'text', '职务 干部职务', { header: '蹲点干部职务', foreign: true }),
    column('cadreIsLeader', 'text', '班子成员 是否领导', { header: '是否班子成员', foreign: true }),
    column('unitName', 'text', '单位 单位名称 蹲点地点 联系点 联系单位 蹲点企业 蹲点联系点', {
      required: true,
      example: '某工业园区',
    }),
    column('unionId', 'union', '基层工会 所属基层工会', { note: '用单位名册中的名称，可空' }),
    column('township', 'text', '乡镇 街道 乡镇街道 园区 所属乡镇', { example: '城关镇' }),
    column('from', 'day', '起 开始日期 开始时间 起始时间 蹲点开始 起始', {
      required: true,
      note: dayNote,
      example: '2026-11-02',
    }),
    column('to', 'day', '止 结束日期 结束时间 终止日期 截止时间 蹲点结束 截止', {
      required: true,
      note: dayNote,
      example: '2026-11-13',
    }),
    column('span', 'span', '起止时间 蹲点时间 蹲点日期 时间 蹲点起止时间', { header: '起止日期', foreign: true }),
    column('daysOnSite', 'count', '天数 蹲点天数 在岗 驻点天数', { example: 10 }),
    column('form', 'word', '方式', { words: words.stayForms, example: '脱产' }),
    column('visits', 'count', '走访 走访企业 走访户数 走访企业数', { example: 16 }),
    column('talks', 'count', '访谈 访谈人数 访谈职工 访谈人次', { example: 48 }),
    column('meetings', 'count', '座谈 座谈会 召开座谈会 座谈场次', { example: 2 }),
    column('suggestions', 'count', '意见建议 收集意见 收集意见建议 意见'),
    column('problems', 'problems', '发现问题 存在问题 问题清单 收集问题', {
      note: '每行一个：内容｜类别｜责任人｜时限｜状态',
      example: '用工合同不规范｜劳动关系｜李某｜2026-12-10｜办理中',
    }),
    column('deeds', 'deeds', '实事 办实事情况 为职工办实事 解决问题 办实事清单', {
      note: '每行一件',
      example: '建成职工书屋',
    }),
    column('unionsFounded', 'count', '新建工会 组建工会 建会'),
    column('membersJoined', 'count', '发展会员 新增会员 入会'),
    column('consolationPeople', 'count', '慰问 慰问人次 慰问人数 慰问职工'),
    column('consolationYuan', 'yuan', '慰问金额 慰问金 慰问资金'),
    column('outcome', 'text', '成果 成效 蹲点成效 工作成效'),
    note,
  ],
  activity: [
    date('发布日期 发布时间 活动日期 活动时间 刊发日期 刊发时间 开展时间'),
    column('kind', 'word', '类型 工作类别', { words: words.activityKinds, required: true, example: '宣传' }),
    column('genre', 'word', '体裁 活动形式 宣传形式 作品形式', {
      words: activityWords,
      required: true,
      example: '新闻报道',
    }),
    column('title', 'text', '题目 名称 活动名称 标题名称 主题 作品名称 稿件标题 活动主题', {
      required: true,
      example: '劳模走进车间讲二十大',
    }),
    column('organiser', 'text', '组织部门 主办单位 承办单位 报送单位 作者单位', { example: '县总工会办公室' }),
    column('medium', 'text', '媒体 平台 刊发媒体 发布平台 媒体平台 地点 场所', { example: '县工会公众号' }),
    column('count', 'amount', '篇数 条数 件数 场次 数', { example: 1 }),
    column('unit', 'word', '计量单位', { words: words.activityUnits, header: '计量单位', example: '篇' }),
    column('participants', 'count', '参加 参加人数 参与人数 参与人次 人次 人数'),
    column('unionIds', 'unions', '参加单位 参与单位 基层工会', { header: '参加基层工会', note: unionsNote }),
    column('outcome', 'text', '成效 活动成效 效果', { header: '成效' }),
    note,
  ],
}
