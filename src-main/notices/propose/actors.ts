/** Who is to do it (责任主体): the subject before the verb, or the body that is set to work (推动基层党支部开展). */

const ends = [
  ...[
    '总工会',
    '工会组织',
    '基层工会',
    '产业工会',
    '工会',
    '联合会',
    '委员会',
    '中心组',
    '学习小组',
    '青年小组',
    '小组',
  ],
  ...[
    '党支部书记',
    '党支部',
    '党组织',
    '党组',
    '党委',
    '支部',
    '领导班子成员',
    '班子成员',
    '领导干部',
    '负责同志',
    '负责人',
  ],
  ...[
    '主要领导',
    '分管领导',
    '机关干部',
    '工会干部',
    '党员干部',
    '党员',
    '工会主席',
    '工会委员',
    '技能标兵',
    '宣讲团',
    '宣讲员',
  ],
  ...[
    '宣讲团成员',
    '办公室',
    '部门',
    '部室',
    '中心',
    '单位',
    '学院',
    '学校',
    '党校',
    '干部',
    '企业',
    '街道',
    '乡镇',
    '县区',
  ],
  ...['市总', '省总', '区总', '县总', '全总', '宣教部', '文化站', '贵局', '贵单位', '科室', '（室）', '部（室）'],
].sort((one, other) => other.length - one.length)
const next =
  '(?:要|\\d{1,2}月|今年|上半年|下半年|应|须|需|必须|将|可|会|负责|统筹|开发|结合|举行|举办|召开|成立|组建|决定|联合|会同|打造|推动|组织|开展|制定|根据|按照|带头|邀请|依托|围绕|充分|切实|积极|认真|精心|广泛|深入|分别|每|至少|原则上|年内|适时|定期|均|都|学习|紧密|同步|先|亲自|主动|进一步|对照|逐|利用|编|配|采取|抓好|发挥|在|赴|到|于|不少于|明确|确定|报送|上报|不断|全年|安排|宣讲|参加)'
const head = '[\\u4e00-\\u9fa5（）、]'
const subject = new RegExp(
  `^(?:同时|其中|此外|另外|请|由|对此)?，?(${head}{0,24}?(?:${ends.join('|')}))(?=，?${next})`,
  'u',
)
/** A subject that a mark parts from its verb: 市总工会领导班子成员，要… */
const alone = new RegExp(`^(${head}{2,24}?(?:${ends.join('|')}))$`, 'u')
const delegated = new RegExp(
  `(?:推动|指导|督促|组织|动员|发动|安排|选派|由)(?!领导)((?:${head}{0,10}?)(?:基层党支部|党支部|基层工会|企业工会|工会委员、技能标兵|工会委员|技能标兵|机关干部|乡镇（街道）工会|所属[\\u4e00-\\u9fa5]{0,6}工会))(?=带头|至少|开展|召开|每|组织|积极|普遍|赴|深入)`,
  'u',
)
/** Words that a subject does not hold: what looks like one is a manner or an object. */
const noSubject =
  /^（|^(?:以|在|为|把|对|从|向|按|根据|结合|通过|发挥|充分|加强|推动|推进|依托|组织|围绕|深化|运用|利用|采取|用|引导|与|关于|紧密|围绕|将|联合|切实|要|落实|并|和|做好|建立|成立|指导|面向|广泛|各?级?学习|开展|宣传|培训|深入|举办|组建|召开|刊载|邀请|常态化|集中|举行|进一步|注重|牵头抓|增强|提升|提高|扩大|激励|实现|拓展|加大|抓|做实|强化|负)|[的了]|开展|举办|组建|发挥|宣传各|情况|精神|工作/u

/** The subject of a clause; empty when it has none of its own. */
export function subjectOf(clause: string): string[] {
  const name = (subject.exec(clause) ?? alone.exec(clause))?.[1]
  return name && !noSubject.test(name) ? namesIn(name) : []
}

/** The body that others set to work within the clause: it, not they, holds the event. */
export function delegateOf(clause: string): string[] {
  const name = delegated.exec(clause)?.[1]
  return name ? namesIn(name) : []
}

/** 市、县（区）总工会 is one name for two; 党委（党组）中心组、青年小组 are two names. */
function namesIn(text: string): string[] {
  const names = text.split('、')
  const areComplete = names.every((name) => ends.some((end) => name.endsWith(end)))
  return (areComplete ? names : [text]).map((name) => name.replace(/^(?:和|及|请)/u, '')).filter(Boolean)
}
