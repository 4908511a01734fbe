/** 青海省总工会 2022, on the twentieth party congress (青总发〔2022〕24号). */
import type { CatalogueNotice } from '../../../src-shared/notices.ts'
import { absent, openWindow, row } from './catalogue-entry.ts'

const all = ['各级工会']

export const qinghai2022: CatalogueNotice = {
  ...absent,
  issuer: '青海省总工会',
  number: '青总发〔2022〕24号',
  title: '青海省总工会关于认真学习宣传贯彻党的二十大精神的通知',
  recipients: ['各市（州）总工会', '省级各产业工会', '省总各直属工会', '省总各部室', '直属各事业单位'],
  date: '2022-11-15',
  copyTo: ['主席', '党组书记', '各成员', '各巡视员', '驻会纪检监察组'],
  printer: '青海省总工会办公室',
  printedOn: '2022-11-15',
  requirements: [
    row('C1', '组织', '作为首要政治任务部署', {
      quote: '首要政治任务',
      actors: all,
      window: openWindow('当前和今后一个时期'),
    }),
    row('C2', '学习', '列为党组中心组学习重点', {
      quote: '党组理论学习中心组',
      actors: ['党组理论学习中心组'],
      forms: ['理论学习中心组集体学习'],
    }),
    row('C3', '学习', '领导干部先学、深学', {
      quote: '先学一步',
      actors: ['领导干部'],
      audiences: ['领导班子成员'],
    }),
    row('C4', '学习', '集中学习、辅导、培训，线上线下并举', {
      quote: '专题培训',
      actors: all,
      audiences: ['工会干部'],
      forms: ['集中学习', '辅导报告', '培训班', '线上课程'],
    }),
    row('C5', '组织', '负责人抓总，制定意见、方案和培训计划', {
      quote: '负总责',
      actors: ['主要负责同志', '办公室', '宣教部门', '党组织'],
      produces: ['学习贯彻意见', '宣传宣讲工作方案', '教育培训计划'],
    }),
    row('C6', '宣讲', '结合调研和送温暖面对面宣讲', {
      quote: '面对面开展宣讲',
      actors: all,
      audiences: ['一线职工'],
      forms: ['结合走访慰问调研'],
    }),
    row('C7', '宣传', '报刊、网站和新媒体开设专栏、评论、互动', {
      quote: '三微一端',
      actors: all,
      forms: ['专栏', '评论', '互动'],
      venues: ['网上'],
    }),
    row('C8', '宣讲', '党代表中的劳模、工匠、一线职工宣讲', {
      quote: '示范带头作用',
      actors: ['党的二十大代表'],
      forms: ['劳模宣讲'],
    }),
    row('C9', '蹲点', '工会干部长期蹲点', {
      quote: '蹲点活动',
      actors: ['工会干部'],
      window: openWindow('常态化长效化'),
    }),
    row('C10', '贯彻', '县级工会加强年，新就业形态劳动者入会', {
      quote: '县级工会加强年',
      actors: all,
      audiences: ['新就业形态劳动者'],
    }),
    row('C11', '贯彻', '建好户外劳动者服务站点', {
      quote: '户外劳动者服务站点',
      actors: all,
      audiences: ['户外劳动者'],
      venues: ['户外劳动者服务站点'],
    }),
    row('C12', '评估', '指导并督促检查基层工会', { quote: '加强督促检查', actors: all }),
    row('C13', '宣传', '宣传各级工会的典型做法', { quote: '典型做法经验', actors: all, forms: ['经验'] }),
    row('C14', '贯彻', '八个方面的贯彻落实', { quote: '上下功夫', actors: all, note: '可作贯彻落实一章的八节。' }),
    row('C15', '报告', '报告学习宣传贯彻情况', {
      quote: '请及时报省总工会',
      actors: all,
      report: { to: ['省总工会'], slots: [], due: '及时' },
    }),
  ],
}
