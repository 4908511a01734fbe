/** Help (帮助): the registers of records, the registers of names, import. */
import { periodFigures } from '../../src-shared/figure-meanings.ts'
import type { PeriodFigureKey } from '../../src-shared/statistics.ts'
import type { HelpPage } from './help-page.ts'

const figuresOf = (kind: string): readonly PeriodFigureKey[] =>
  periodFigures.filter((key) => key.startsWith(`${kind}.`))

export const recordHelp: readonly HelpPage[] = [
  {
    id: 'studies',
    title: '学习',
    pages: ['/studies'],
    parts: [
      {
        heading: '什么登记在这里',
        text: [
          '中心组学习、主题党日、支部学习、培训班、读书诵读等，一次登记一条。面向职工讲的登记为宣讲，不要两边都记。',
          '没有统计的人数空着，不要填0：空着表示未统计，0表示一个人也没有。',
        ],
      },
      { heading: '数字怎样算', figures: figuresOf('study') },
    ],
  },
  {
    id: 'lectures',
    title: '宣讲',
    pages: ['/lectures'],
    parts: [
      {
        heading: '什么登记在这里',
        text: [
          '面向职工的宣讲，每讲一场登记一条。一场用了几种方式（如劳模宣讲又上网），方式可多选，场次仍是一场。',
          '“覆盖基层工会”要勾选，覆盖率由此得出；勾选乡镇就是全选其下单位。',
          '蹲点期间的宣讲选上“所属蹲点”，蹲点的场次自动算出。',
        ],
      },
      { heading: '数字怎样算', figures: figuresOf('lecture') },
    ],
  },
  {
    id: 'stays',
    title: '蹲点',
    pages: ['/stays'],
    parts: [
      {
        heading: '什么登记在这里',
        text: [
          '干部到基层蹲点，每蹲一个点登记一条；收集的问题和办的实事写在里面，一件一行。',
          '一次蹲点计入截止日期所在的统计期。跨期的长蹲点分段登记，成果就不会算两遍。',
        ],
      },
      { heading: '数字怎样算', figures: figuresOf('stay') },
    ],
  },
  {
    id: 'activities',
    title: '宣传文化',
    pages: ['/activities'],
    parts: [
      {
        heading: '什么登记在这里',
        text: [
          '宣传报道、主题文化活动、理论研究、先进典型。同一天同一种的可以合成一条，数量写清楚；不同计量单位的数量不相加。',
        ],
      },
      { heading: '数字怎样算', figures: figuresOf('activity') },
    ],
  },
  {
    id: 'evidence',
    title: '佐证材料',
    pages: ['/evidence'],
    parts: [
      {
        heading: '照片和签到表',
        text: [
          '打开一条记录，把照片、签到表、PDF拖进来或粘贴，就附在这条记录上。照片自动转正，拍摄地点不保留，原件留存。',
          '开会前可从记录打印空白签到表、会议记录，签好扫描后再附回来。',
        ],
      },
    ],
  },
  {
    id: 'unions',
    title: '单位名册',
    pages: ['/unions'],
    parts: [
      {
        heading: '名册管什么',
        text: [
          '应覆盖的基层工会都在这里，宣讲覆盖率以它为分母。单位改名、合并、撤销要写明日期，不要直接删除：去年的覆盖率仍按去年的名册算。',
          '被宣讲、蹲点用到的单位不能删除，请在那些记录里换成别的单位，或登记合并、撤销。',
        ],
      },
    ],
  },
  {
    id: 'registers',
    title: '干部、宣讲员等名册',
    pages: ['/registers'],
    parts: [
      {
        heading: '名册管什么',
        text: [
          '干部、宣讲员、宣讲团、学习组织、阵地场所、学习材料各一本，填表时从中选取，不必每次重打。名册改名，记录里的名称可一并改。',
        ],
      },
    ],
  },
  {
    id: 'batch',
    title: '批量录入',
    pages: ['/batch'],
    parts: [
      {
        heading: '几十条一起录',
        text: [
          '班前会等小型、重复的活动，用一张表格录：可从Excel整块粘贴，也可用键盘逐格填，相同的往下填充。边填边查，有误的格子标出原因，全部无误后一次保存；录错了可以整批撤销。',
        ],
      },
    ],
  },
  {
    id: 'imports',
    title: '导入Excel表',
    pages: ['/imports'],
    parts: [
      {
        heading: '怎样导入',
        steps: [
          '下载导入模板填写，或直接拿自用的Excel、CSV表：表头用词不同、有合并单元格、有序号和合计行都能读。',
          '选择文件，看预览：新增、修改、相同、有误各几行；表头对不上的，自己指定，下次同样的表自动沿用。',
          '有误的，下载标好的副本，黄色单元格有批注，改好再导一次。',
          '导入。可以全部无误才导入，也可以先导入无误的行。',
        ],
        text: ['同一张表导两遍，不会重复登记。导错了，可以整批撤销。'],
      },
      {
        heading: '读不了的文件',
        text: ['旧的xls格式、加了密码的、带宏的表读不了：请用WPS或Excel打开，另存为xlsx后再导入。'],
      },
    ],
  },
]
