/** 上海市总工会 2022, on the twentieth party congress (沪工总宣〔2022〕149号). */
import type { CatalogueNotice } from '../../../src-shared/notices.ts'
import { absent, openWindow, row } from './catalogue-entry.ts'

const all = ['各级工会']

export const shanghai2022: CatalogueNotice = {
  ...absent,
  issuer: '上海市总工会',
  number: '沪工总宣〔2022〕149号',
  title: '上海市总工会关于认真学习宣传贯彻党的二十大精神的通知',
  recipients: ['各区局（产业）工会'],
  requirements: [
    row('A1', '组织', '列入议事日程，作出部署并提出要求', {
      quote: '摆上重要议事日程',
      actors: all,
      window: openWindow('当前和今后一个时期'),
    }),
    row('A2', '学习', '中心组制定学习计划并研讨', {
      quote: '进行研讨交流',
      actors: ['党组织理论中心组'],
      audiences: ['工会干部'],
      forms: ['理论学习中心组集体学习', '专题交流研讨'],
      produces: ['学习计划'],
    }),
    row('A3', '学习', '列为工会干部培训必修课', {
      quote: '必修课',
      actors: all,
      audiences: ['工会干部'],
      forms: ['干部培训'],
    }),
    row('A4', '学习', '学院开发系列课程和线上微课', {
      quote: '线上微课',
      actors: ['上海工会管理职业学院'],
      audiences: ['工会干部'],
      forms: ['线上课程', '干部培训'],
      venues: ['网上'],
    }),
    row('A5', '宣讲', '组建劳模和党代表宣讲团，办报告会、做课件', {
      quote: '党代表宣讲团',
      actors: ['市总工会'],
      forms: ['劳模宣讲', '宣讲团宣讲', '网上宣讲'],
    }),
    row('A6', '宣讲', '制作宣讲节目，办职工直播课堂', {
      quote: '专题宣讲节目',
      actors: ['市总工会', '区局产业工会'],
      forms: ['广播电视', '网上宣讲'],
      venues: ['网上'],
    }),
    row('A7', '文化', '红色工运寻访、打卡和竞答', {
      quote: '红色工运寻访',
      actors: ['市总工会', '各区局（产业）工会'],
      audiences: ['新就业形态劳动者'],
      forms: ['寻访', '竞赛答题'],
      venues: ['红色场馆'],
      window: openWindow('持续'),
    }),
    row('A8', '学习', '教学点开出直播课程和辅导报告', {
      quote: '公益乐学',
      actors: ['市总工会', '教学点'],
      forms: ['线上课程', '辅导报告'],
      venues: ['教学点', '网上'],
    }),
    row('A9', '宣讲', '基层宣讲团到一线、楼宇、班组和工地', {
      quote: '基层宣讲团作用',
      actors: ['各级工会', '基层宣讲团'],
      audiences: ['一线职工'],
      forms: ['宣讲团宣讲', '基层工会宣讲'],
      venues: ['园区（开发区）', '楼宇', '车间', '班组', '项目工地'],
    }),
    row('A10', '组织', '培训、媒体、研讨落实意识形态责任', { quote: '意识形态责任制', actors: all }),
    row('A11', '贯彻', '竞赛、产改、维权帮扶、安全和党建中贯彻落实', { quote: '贯彻落实到工会工作', actors: all }),
    row('A12', '报告', '制定工作计划，书面报告落实情况', {
      quote: '职工群众反响',
      actors: ['各区局（产业）工会'],
      report: {
        to: ['市总工会'],
        slots: ['推进落实情况', '好的经验做法', '职工群众反响'],
        due: '及时',
      },
      produces: ['工作计划'],
    }),
  ],
}
