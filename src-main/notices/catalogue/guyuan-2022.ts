/** 固原市总工会 2022, on lectures about the twentieth party congress (固工发〔2022〕142号). */
import type { CatalogueNotice } from '../../../src-shared/notices.ts'
import { absent, openWindow, row } from './catalogue-entry.ts'

const all = ['各级工会']

export const guyuan2022: CatalogueNotice = {
  ...absent,
  issuer: '固原市总工会',
  number: '固工发〔2022〕142号',
  title: '关于全市工会系统开展党的二十大精神宣讲工作的通知',
  recipients: ['各县（区）总工会', '开发区总工会', '市直各基层工会', '市总机关各部（室）', '中心'],
  date: '2022-12-08',
  printer: '固原市总工会办公室',
  printedOn: '2022-12-08',
  copies: 5,
  requirements: [
    row('D1', '宣讲', '请党代表和讲师团教授讲专题，基层请专家辅导', {
      quote: '专题辅导',
      actors: ['市总工会', '各基层工会'],
      audiences: ['工会干部'],
      forms: ['专家宣讲'],
      venues: ['市职工活动中心六楼会议室'],
      window: { from: '2022-10-01', to: '2022-12-31', words: '10月—12月底' },
    }),
    row('D2', '宣讲', '市总班子成员到联系点宣讲并答疑', {
      quote: '领导班子成员',
      actors: ['市总工会领导班子成员'],
      forms: ['领导干部宣讲'],
      venues: ['企业', '街道社区', '园区（开发区）', '村'],
      window: openWindow('长期'),
    }),
    row('D3', '宣讲', '市县工会请劳模进企业班组，开网上云课堂', {
      quote: '劳模宣讲云课堂',
      actors: ['市总工会', '县（区）总工会'],
      audiences: ['一线职工'],
      forms: ['劳模宣讲', '网上宣讲'],
      venues: ['企业', '车间', '班组', '机关事业单位', '街道社区', '村', '学校', '网上'],
      window: openWindow('长期'),
    }),
    row('D4', '宣讲', '结合蹲点，工会委员和技能标兵在班前会等场合宣讲', {
      quote: '车间班前会',
      actors: ['工会委员', '技能标兵'],
      audiences: ['一线职工'],
      forms: ['基层工会宣讲'],
      venues: ['车间', '班组'],
      note: '与工会干部蹲点结合。',
    }),
    row('D5', '宣讲', '网上开专栏、转载文章', {
      quote: '宁工惠',
      actors: all,
      forms: ['网上宣讲', '专栏', '转载'],
      venues: ['网上'],
    }),
    row('D6', '组织', '制定宣讲方案，分批开展', { quote: '制定宣讲方案', actors: all, produces: ['宣讲方案'] }),
    row('D7', '组织', '组建宣讲队伍', { quote: '组建宣讲队伍', actors: all }),
    row('D8', '宣传', '汇总经验，发图文和短视频', {
      quote: '亮点经验',
      actors: all,
      forms: ['图文', '短视频', '报道'],
      venues: ['网上'],
    }),
    row('D9', '蹲点', '与三蹲六联、县级工会加强年结合', { quote: '三蹲六联', actors: all }),
    row('D10', '报告', '报告宣讲情况', {
      report: { to: [], slots: [], due: '' },
      note: '原文未要求报告，可按惯例向上级报告情况。',
    }),
  ],
}
