/** 上海市总工会 2021, on the sixth plenary session of the nineteenth committee (沪工总宣〔2021〕198号). */
import type { CatalogueNotice } from '../../../src-shared/notices.ts'
import { absent, openWindow, row } from './catalogue-entry.ts'

const all = ['各级工会']

export const shanghai2021: CatalogueNotice = {
  ...absent,
  issuer: '上海市总工会',
  number: '沪工总宣〔2021〕198号',
  title: '上海市总工会关于深入学习宣传贯彻党的十九届六中全会精神的通知',
  recipients: ['各区局（产业）工会'],
  date: '2021-12-29',
  printer: '上海市总工会办公室',
  printedOn: '2021-12-29',
  requirements: [
    row('B1', '学习', '中心组领学、青年小组带学，集体学习、辅导和研讨', {
      quote: '领学作用',
      actors: ['市、区总工会机关党委（党组）中心组', '青年理论学习小组'],
      audiences: ['党员', '工会干部'],
      forms: ['理论学习中心组集体学习', '青年理论学习小组', '集中学习', '专题交流研讨'],
    }),
    row('B2', '学习', '中心组集体专题学习', {
      quote: '集体专题学习',
      actors: ['党委（党组）理论学习中心组'],
      forms: ['理论学习中心组集体学习', '集体专题学习'],
      minimum: { count: 1, unit: '次', scope: '每个中心组' },
    }),
    row('B2-2', '学习', '中心组集体专题交流', {
      quote: '集体专题交流',
      actors: ['党委（党组）理论学习中心组'],
      forms: ['专题交流研讨'],
      minimum: { count: 1, unit: '次', scope: '每个中心组' },
    }),
    row('B3', '学习', '基层党支部主题党日', {
      quote: '主题党日活动',
      actors: ['基层党支部'],
      audiences: ['党员'],
      forms: ['主题党日'],
      minimum: { count: 1, unit: '次', scope: '每个党支部' },
    }),
    row('B4', '学习', '党员干部个人自学', {
      quote: '个人自学',
      actors: ['党员干部'],
      audiences: ['党员'],
      forms: ['个人自学'],
    }),
    row('B5', '学习', '按人员类型分层分类培训', {
      quote: '做好干部培训',
      actors: all,
      audiences: ['工会干部', '劳模工匠', '班组长'],
      forms: ['干部培训'],
    }),
    row('B6', '学习', '学院集体备课，用现场、情景、互动方式教学', {
      quote: '集体备课',
      actors: ['上海工会管理职业学院'],
      audiences: ['工会干部'],
      forms: ['现场教学', '干部培训'],
    }),
    row('B7', '宣讲', '理论宣讲进基层，劳模讲党史，制作课件和汇编', {
      quote: '劳模讲党史',
      actors: all,
      audiences: ['一线职工'],
      forms: ['劳模宣讲'],
      venues: ['机关事业单位', '园区（开发区）', '车间', '班组'],
    }),
    row('B8', '宣讲', '办职工直播课堂，制作一批线上视频', {
      quote: '线上视频',
      actors: ['市总工会', '各区局（产业）工会'],
      forms: ['网上宣讲'],
      venues: ['网上'],
    }),
    row('B9', '典型', '选树并宣传职业道德双十佳', { quote: '选树好', actors: ['市总工会'], forms: ['人物', '集体'] }),
    row('B10', '宣传', '各级媒体报道并展示优秀案例', {
      quote: '报道力度',
      actors: all,
      forms: ['报道', '展播', '案例'],
      venues: ['网上'],
    }),
    row('B11', '研究', '重点课题研究和学术研讨', {
      quote: '重点课题研究',
      actors: ['上海工会管理职业学院', '工运理论研究基地'],
      forms: ['课题', '研讨会'],
    }),
    row('B12', '文化', '工运场馆合作，开展红色寻访、讲解和展览', {
      quote: '工运场馆',
      actors: all,
      forms: ['寻访', '讲解', '展览'],
      venues: ['红色场馆'],
    }),
    row('B13', '文化', '征文、演讲、诗歌、摄影等主题文化活动', {
      quote: '群众性文化活动',
      actors: all,
      audiences: ['一线职工'],
      forms: ['征文', '诗歌', '演讲', '班组文化', '摄影', '论坛', '微课'],
    }),
    row('B14', '文化', '职工读书和网络文化大赛，题库收入全会内容', {
      quote: '知识问答题库',
      actors: ['市总工会'],
      forms: ['读书', '网络文化大赛', '竞赛答题'],
      window: { from: '2022-01-01', to: '2022-12-31', words: '2022年' },
    }),
    row('B15', '蹲点', '机关干部到基层蹲点', {
      quote: '赴基层蹲点',
      actors: ['工会机关干部'],
      window: openWindow('常态化'),
    }),
    row('B16', '贯彻', '为职工办实事', {
      quote: '我为职工办实事',
      actors: all,
      window: { from: '2022-01-01', to: '2022-12-31', words: '2022年' },
    }),
    row('B17', '报告', '报送学习宣传贯彻情况', {
      quote: '请及时报送',
      actors: ['各区局（产业）工会'],
      report: { to: ['上海市总工会办公室', '上海市总工会宣教部'], slots: [], due: '及时' },
      note: '原文未写报送什么，按情况报告办理。',
    }),
  ],
}
