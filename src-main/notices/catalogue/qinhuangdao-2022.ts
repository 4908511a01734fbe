/** 秦皇岛市总工会办公室 2022, on the twentieth party congress (秦工办字〔2022〕43号). */
import type { CatalogueNotice } from '../../../src-shared/notices.ts'
import { absent, row } from './catalogue-entry.ts'

const all = ['各级工会']
const winter = { from: '2022-11-14', to: '2023-01-31', words: '从现在起到明年年初' }

export const qinhuangdao2022: CatalogueNotice = {
  ...absent,
  issuer: '秦皇岛市总工会办公室',
  number: '秦工办字〔2022〕43号',
  title: '秦皇岛市总工会办公室关于认真学习宣传贯彻党的二十大精神的通知',
  recipients: [
    '各县（区）总工会',
    '秦皇岛开发区总工会',
    '北戴河新区总工会',
    '市属各系统工会',
    '产业工会',
    '直属基层工会',
  ],
  date: '2022-11-14',
  printer: '秦皇岛市总工会办公室',
  printedOn: '2022-11-15',
  requirements: [
    row('E1', '学习', '抓好干部学习，定计划、分专题研讨', {
      quote: '系统学习计划',
      actors: all,
      audiences: ['工会干部'],
      forms: ['干部培训', '专题交流研讨'],
      produces: ['学习计划'],
    }),
    row('E2', '学习', '全员培训，覆盖到每一个人', {
      quote: '全员学习培训',
      actors: all,
      forms: ['干部培训', '集中学习'],
    }),
    row('E3', '学习', '演讲、答题、诵读等特色活动', {
      quote: '职工诵读',
      actors: all,
      forms: ['竞赛答题', '读书诵读', '演讲'],
      venues: ['工会阵地'],
    }),
    row('E4', '学习', '办培训班、学习班', { quote: '培训班、学习班', actors: all, forms: ['培训班'] }),
    row('E5', '学习', '用好辅导读物和网上学习平台', {
      quote: '学习强国',
      actors: all,
      forms: ['个人自学', '线上课程'],
    }),
    row('E6', '宣讲', '市总宣讲团到基层、企业、车间', {
      quote: '精神宣讲团',
      actors: ['市总工会'],
      forms: ['宣讲团宣讲'],
      venues: ['企业', '车间'],
      window: winter,
    }),
    row('E7', '宣讲', '市县工会党组班子成员到基层宣讲', {
      quote: '党组班子成员',
      actors: ['市县两级工会党组班子成员'],
      forms: ['领导干部宣讲'],
      window: winter,
    }),
    row('E8', '宣讲', '用好各类阵地开展线上线下宣讲', {
      quote: '线上线下宣讲',
      actors: all,
      forms: ['网上宣讲'],
      venues: ['红色场馆', '工会阵地', '网上'],
      window: winter,
    }),
    row('E9', '宣传', '报道、采访、评论和新媒体产品', {
      quote: '新闻报道',
      actors: all,
      forms: ['报道', '采访', '综述', '评论', '专栏', '短视频', '微动漫', '图解', '海报', '转载'],
      venues: ['网上'],
    }),
    row('E10', '研究', '列选题、出成果，办论坛和研讨会', {
      quote: '重点选题',
      actors: all,
      forms: ['课题', '研讨会', '研究成果'],
    }),
    row('E11', '组织', '制定方案，负责人带头，按清单推进', {
      quote: '制定具体方案',
      actors: ['各级工会', '主要负责同志'],
      produces: ['方案', '清单'],
    }),
    row('E12', '评估', '督促检查，解决问题', { quote: '强化督促检查', actors: all }),
    row('E13', '评估', '学习教育列入年度评价', { quote: '综合评价', actors: ['市总工会'] }),
    row('E14', '宣传', '宣传栏、微信群、厂报面向一线宣传', {
      quote: '厂报厂刊',
      actors: ['基层工会'],
      audiences: ['一线职工'],
      forms: ['宣传栏', '标语', '报道'],
      venues: ['车间', '班组', '网上'],
    }),
    row('E15', '报告', '上报进度、做法和典型', {
      quote: '进度情况',
      actors: ['各县区工会', '直属基层工会'],
      report: { to: [], slots: ['进度情况', '创新做法', '典型经验'], due: '及时' },
    }),
    row('E16', '报告', '向市总宣教部报送情况', {
      quote: '情况报送市总',
      actors: all,
      report: { to: ['市总宣教部'], slots: [], due: '及时' },
    }),
  ],
}
