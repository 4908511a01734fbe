/** The columns of the small registers (干部、宣讲员、宣讲团、学习组织、阵地场所、学习材料). */
import type { RegisterKind } from '../../src-shared/register-words.ts'
import * as words from '../../src-shared/vocabulary.ts'
import { type Column, column } from './column.ts'

const dayNote = '如2026-11-05'
const phone = column('phone', 'text', '电话 联系方式 手机 手机号码 办公电话', { header: '联系电话' })
const note = column('note', 'text', '说明 备注说明')

export const registerColumns: Readonly<Record<RegisterKind, readonly Column[]>> = {
  cadre: [
    column('name', 'person', '干部 干部姓名 名字 人员', { header: '姓名', required: true, example: '张某' }),
    column('post', 'text', '现任职务 职务职级 岗位', { header: '职务', example: '副主席' }),
    column('department', 'text', '科室 所在部门 部室 工作部门 处室', { header: '部门', example: '办公室' }),
    column('standing', 'word', '干部身份 人员身份 人员类别 类别', {
      header: '身份',
      words: words.cadreStandings,
      example: '班子成员',
    }),
    phone,
    note,
  ],
  lecturer: [
    column('name', 'person', '宣讲员 宣讲员姓名 宣讲人 宣讲人姓名 成员姓名 名字', {
      header: '姓名',
      required: true,
      example: '赵某',
    }),
    column('post', 'text', '单位及职务 单位职务 工作单位及职务 身份', { header: '职务', example: '全国劳动模范' }),
    column('kind', 'word', '宣讲员类别 宣讲人类别 人员类别 类型', {
      header: '类别',
      words: words.speakerKinds,
      example: '劳模工匠',
    }),
    column('team', 'text', '所属宣讲团 所在宣讲团 宣讲团名称 宣讲队', { header: '宣讲团', example: '县总工会宣讲团' }),
    column('topics', 'text', '宣讲专题 宣讲题目 可讲题目 擅长专题 专题 宣讲内容', {
      header: '可讲专题',
      example: '党的二十大精神',
    }),
    phone,
    note,
  ],
  lectureTeam: [
    column('name', 'text', '宣讲团 宣讲团名称 宣讲队 宣讲队名称 团队名称 队伍名称', {
      header: '宣讲团名称',
      required: true,
      example: '县总工会宣讲团',
    }),
    column('leader', 'text', '团长 负责人 队长 带队人', { header: '团长', example: '张某' }),
    column('foundedOn', 'day', '组建日期 组建时间 成立时间', {
      header: '成立日期',
      note: dayNote,
      example: '2026-11-01',
    }),
    note,
  ],
  studyGroup: [
    column('name', 'text', '名称 党支部 支部名称 党组织 党组织名称 学习小组 小组名称 组织名称', {
      header: '学习组织名称',
      required: true,
      example: '县总工会机关党支部',
    }),
    column('kind', 'word', '类型 组织类别 组织类型', {
      header: '类别',
      words: words.studyGroupKinds,
      required: true,
      example: '党支部',
    }),
    column('leader', 'text', '书记 支部书记 负责人姓名 组长 召集人', { header: '负责人', example: '张某' }),
    column('members', 'count', '成员 成员数 党员数 党员人数 人数', { header: '成员人数', example: 19 }),
    column('duties', 'duties', '学习任务 学习要求 任务 应开展学习 规定动作', {
      header: '应开展的学习',
      note: '如“主题党日 1次/月；支部学习 1次/季度”',
      example: '主题党日 1次/月；支部学习 1次/季度',
    }),
    note,
  ],
  venue: [
    column('name', 'text', '名称 阵地 阵地名称 场所 场所名称 书屋名称 驿站名称', {
      header: '阵地名称',
      required: true,
      example: '城关镇职工书屋',
    }),
    column('kind', 'word', '类型 阵地类型 类别', {
      header: '阵地类别',
      words: words.venueKinds,
      required: true,
      example: '职工书屋',
    }),
    column('venueType', 'word', '场所类型 宣讲场所类型', {
      header: '场所类型',
      words: words.venueTypes,
      example: '工会阵地',
    }),
    column('township', 'text', '乡镇 街道 乡镇街道 园区 所属乡镇 所在乡镇', { example: '城关镇' }),
    column('address', 'text', '详细地址 地点 位置', { header: '地址' }),
    column('capacity', 'count', '容量 座位数 可容纳 可容纳人数 座席', { header: '可容纳人数', example: 40 }),
    column('contact', 'text', '联系人及电话 管理员 负责人 联系方式', { header: '联系人' }),
    note,
  ],
  material: [
    column('name', 'text', '名称 书名 篇目 材料 资料名称 书目 题名 学习材料', {
      header: '材料名称',
      required: true,
      example: '党的二十大报告辅导读本',
    }),
    column('kind', 'word', '类型 材料类别 材料类型 资料类型', {
      header: '类别',
      words: words.materialKinds,
      example: '辅导读本',
    }),
    column('source', 'text', '作者 出版社 编者 发布单位 出处 作者出版社', { header: '来源', example: '人民出版社' }),
    column('publishedOn', 'day', '出版日期 发布日期 出版时间 发布时间 印发日期', { header: '发布日期', note: dayNote }),
    note,
  ],
}
