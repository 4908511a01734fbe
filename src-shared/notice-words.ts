/** The fixed words of notices and requirements (通知用词): plain data, which the window may read. */

/** 要求类别 */
export const requirementKinds = [
  '组织',
  '学习',
  '宣讲',
  '蹲点',
  '宣传',
  '文化',
  '研究',
  '典型',
  '贯彻',
  '评估',
  '报告',
] as const

/** Of what the minimum (至少…次) is asked: of the office, or of each of several. */
export const minimumScopes = [
  '本单位',
  '每个中心组',
  '每个党支部',
  '每个基层工会',
  '每名干部',
  '每个季度',
  '每月',
] as const

/** 待确认: proposed by rule and not yet looked at. 不适用: set aside by the clerk, kept so that it is not proposed again. */
export const requirementStates = ['待确认', '已确认', '不适用'] as const
export const requirementSources = ['自动', '目录', '人工'] as const

/** How often the office's own rule for stays asks its days. */
export const stayRulePeriods = ['每年', '每半年', '每季度', '每月'] as const

/** What is arranged for a notice. */
export const arrangementKinds = ['学习', '宣讲', '蹲点'] as const

/** 计划 and 方案 are no 文种 of their own: they are sent out by a 通知 that 印发 them. */
export const noticeDocumentRoles = ['情况报告', '贯彻通知', '工作计划', '学习计划', '宣讲方案'] as const
export type NoticeDocumentRole = (typeof noticeDocumentRoles)[number]
