/**
 * The rules of the self-check (逻辑检查规则) as data with ids, which the window may read. 必须改正 keeps a report from
 * being finalised; 需要说明 asks for a sentence of explanation that travels with the report.
 */

export const checkSeverities = ['必须改正', '需要说明', '提示'] as const
export type SelfCheckSeverity = (typeof checkSeverities)[number]

type Rule = { readonly id: string; readonly severity: SelfCheckSeverity; readonly title: string }

export const selfCheckRules = [
  { id: 'L01', severity: '必须改正', title: '记录日期不晚于今天' },
  { id: 'L02', severity: '需要说明', title: '同一次活动没有登记两遍' },
  { id: 'L03', severity: '需要说明', title: '确认采用的记录在要求的时间范围内' },
  { id: 'L04', severity: '需要说明', title: '现场人次不多于所到单位职工总数' },
  { id: 'L05', severity: '必须改正', title: '覆盖单位数不多于名册单位数' },
  { id: 'L06', severity: '需要说明', title: '同一干部的蹲点时间没有重叠' },
  { id: 'L07', severity: '需要说明', title: '蹲点期间关联的宣讲在蹲点起止日期之内' },
  { id: 'L08', severity: '必须改正', title: '分项之和等于合计' },
  { id: 'L09', severity: '必须改正', title: '公文中的数字与台账一致' },
  { id: 'L10', severity: '必须改正', title: '成文日期不早于最后一条记录' },
  { id: 'L11', severity: '必须改正', title: '公文没有留空待填的文字' },
  { id: 'L12', severity: '需要说明', title: '有数量要求的都已达标' },
  { id: 'L13', severity: '需要说明', title: '在规定时限内报送' },
  { id: 'L14', severity: '提示', title: '应到、实到、现场人次都已填写' },
  { id: 'L15', severity: '提示', title: '名册单位都填了职工人数' },
] as const satisfies readonly Rule[]
export type SelfCheckRule = (typeof selfCheckRules)[number]['id']
