/** Made-up notices of other shapes: contests with rules and prizes, elections with quotas, surveys, notices sent on, trainings. */
import type { ExpectedNotice } from './expected-notice.ts'

export const contestNotices: readonly ExpectedNotice[] = [
  {
    name: 'a speech contest with rules, prizes and quotas',
    date: '2023-06-05',
    text: `石桥市总工会关于举办职工演讲比赛的通知

各县（区）总工会、市直各基层工会：

为丰富职工生活，展示劳动者风采，方便职工交流，市总工会决定举办职工演讲比赛。现将有关事项通知如下：

一、参赛范围
全市在职职工。

二、比赛规则
1.比赛分为初赛和决赛，限时6分钟。
2.选手须脱稿演讲，不得由他人代讲。

三、组织办法
各基层工会自行组织初赛。各相关单位于8月10日前选送选手参加市级决赛，其中各县（区）总工会至少推荐3名选手，市直工会每单位至少推荐1名选手。

四、奖项设置
一等奖2名，二等奖4名，演讲优秀奖若干。

五、报名办法
请参赛选手填写报名表，电子版发至yj@example.org邮箱。

石桥市总工会
2023年6月5日
`,
    expected: [
      { kind: '文化', words: '自行组织初赛' },
      { kind: '文化', words: '至少推荐3名', minimum: [3, '名', '本单位'], window: [null, '2023-08-10'] },
      { kind: '文化', words: '至少推荐1名', minimum: [1, '名', '每个基层工会'] },
      { kind: '报告', words: '填写报名表' },
    ],
  },
  {
    name: 'a notice sent on, with what to recommend and by when',
    date: '2024-02-20',
    text: `各镇总工会：

现将市总工会《关于评选安全标兵的通知》转发给你们，请认真组织，深入挖掘身边典型，于3月8日17：00前将推荐表（附件1，一式两份）和事迹材料报县总工会组织部，逾期不报视为放弃。
联系人：周远，电话：5550101

附件：1.推荐表
2.名额分配表

云岭县总工会
2024年2月20日
`,
    expected: [
      { kind: '典型', words: '身边典型' },
      {
        kind: '报告',
        words: '3月8日',
        to: ['县总工会组织部'],
        slots: ['推荐表', '事迹材料'],
        due: '2024-03-08',
      },
    ],
  },
  {
    name: 'a survey of the yearly figures',
    date: '2019-09-25',
    text: `云岭县总工会办公室关于做好工会年度统计的通知

各乡镇总工会、各直属工会：

县总工会决定开展年度统计。现将有关事项通知如下：

一、统计内容
主要包括：组织建设；干部教育培训；职工文化活动；劳动竞赛；送温暖。

二、工作安排
各单位要逐级完成统计表的填报、录入和审核。请务必于2019年10月18日前，将汇总表和数据文件报县总工会办公室。统计软件可在县总工会网站下载，填报单位按说明安装。

云岭县总工会办公室
2019年9月25日
`,
    expected: [
      { kind: '贯彻', words: '逐级完成' },
      { kind: '报告', words: '汇总表', to: ['县总工会办公室'], slots: ['汇总表', '数据文件'], due: '2019-10-18' },
    ],
  },
  {
    name: 'a training whose headings are its labels',
    date: '2021-04-01',
    text: `云岭县总工会关于举办工会业务培训班的通知

各乡镇总工会：

为加强队伍建设，提升履职本领，县总工会决定举办一期工会业务培训班。现将有关事项通知如下：

一、培训时间
4月20—22日。

二、参加人员
各乡镇工会主席。

三、培训地点
县职工活动中心。

云岭县总工会
2021年4月1日
`,
    expected: [
      {
        kind: '学习',
        words: '培训班',
        window: ['2021-04-20', '2021-04-22'],
        audiences: ['工会干部'],
        venues: ['工会阵地'],
      },
    ],
  },
]
