/** A year of one county (一年的台账): about 3,500 records as clerks word them, no two alike, and the register of unions. */
import { type Core, clientOf } from '../src-main/core.ts'
import type { Activity } from '../src-shared/activities.ts'
import { deliveries, lectureModes, problemStates, strata, studyTypes, venueTypes } from '../src-shared/vocabulary.ts'
import { activity, lecture, stay, study, union } from './sample-records.ts'

const counts = { union: 220, study: 1000, lecture: 1900, stay: 250, activity: 350 } as const

const subjects = [
  '党的二十大精神',
  '工会十八大精神',
  '产业工人队伍建设改革',
  '劳动法和工会法',
  '安全生产',
  '职工心理健康',
  '数字技能',
  '劳模精神',
] as const
const doings = [
  '专题学习',
  '集中研讨',
  '辅导报告',
  '现场教学',
  '知识竞答',
  '读书分享',
  '经验交流',
  '班前十分钟',
] as const
const places = [
  '三楼会议室',
  '一号车间',
  '职工之家',
  '文化宫报告厅',
  '项目部食堂',
  '货运站场',
  '党群服务中心',
  '物流园调度室',
] as const
const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张'
const givens = '建国红梅志强秀英伟丽军敏静勇艳杰娟涛明超秀霞平刚桂英华玉兰萍毅辉鑫'
const remarks = [
  '职工反映讲得实在，希望多到夜班班组来',
  '围绕欠薪、工伤、社保接续提出了问题，当场作了解答',
  '提出食堂和通勤车的意见，已转企业行政研究',
  '新入职青年工人参加较多，建议下次安排技能内容',
  '参会人员结合岗位谈了体会，形成三条共识',
  '外卖骑手流动性大，拟分两批补课',
] as const

/** Repeats itself from run to run: a linear congruential generator. */
function generator(seed: number) {
  let state = seed
  const number = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * below)
  }
  const pick = <Word>(words: ArrayLike<Word>): Word => words[number(words.length)] as Word
  const day = () => new Date(Date.UTC(2026, 0, 1 + number(325))).toISOString().slice(0, 10)
  const name = () => `${pick(surnames)}${pick(givens)}${number(3) > 0 ? pick(givens) : ''}`
  const sentence = () => `${pick(remarks)}；${name()}等${2 + number(30)}人发言，${pick(subjects)}方面问得最多。`
  return { number, pick, day, name, sentence }
}

/** @returns how many records there are; the office must have its particulars */
export async function enterYear(core: Core): Promise<number> {
  const api = clientOf(core)
  const { number, pick, day, name, sentence } = generator(20_261_121)
  const many = <Row>(count: number, make: (index: number) => Row) => Array.from({ length: count }, (_, at) => make(at))
  const { ids } = await api.unions.add(
    many(counts.union, (at) =>
      union({
        name: `${pick(['鑫源', '恒泰', '青石', '金穗', '宏远', '天河'])}${pick(['水泥', '纺织', '物流', '食品', '机械', '建筑'])}有限公司第${at + 1}工会`,
        township: `${pick(['城关', '南河', '北川', '柳林', '石桥'])}镇`,
        members: 20 + number(400),
        staff: 420 + number(990),
        phone: `0990-${1_000_000 + number(8_999_999)}`,
        chair: name(),
      }),
    ),
  )
  await api.studies.add(
    many(counts.study, () =>
      study({
        date: day(),
        type: pick(studyTypes),
        delivery: pick(deliveries),
        topic: `${pick(subjects)}${pick(doings)}（第${1 + number(40)}期）`,
        place: pick(places),
        host: name(),
        dueCount: 60 + number(20),
        attendedCount: 40 + number(20),
        strata: [{ stratum: pick(strata), people: number(20) }],
        decisions: number(3) === 0 ? sentence() : '',
        note: number(4) === 0 ? sentence() : '',
      }),
    ),
  )
  await api.lectures.add(
    many(counts.lecture, () =>
      lecture({
        date: day(),
        topic: `${pick(subjects)}进${pick(places)}`,
        modes: [pick(lectureModes)],
        venueType: pick(venueTypes),
        place: pick(places),
        speakers: [
          { name: name(), kind: '劳模工匠', post: pick(['全国劳动模范', '省劳动模范', '工会主席', '驻点干部']) },
        ],
        unionIds: [pick(ids), pick(ids)].filter((id, at, all) => all.indexOf(id) === at),
        audienceOnSite: 10 + number(200),
        audienceOnline: number(6) === 0 ? number(3000) : null,
        reactions: number(2) === 0 ? sentence() : '',
      }),
    ),
  )
  await api.stays.add(
    many(counts.stay, () => {
      const to = day()
      return stay({
        from: to,
        to,
        daysOnSite: 1,
        unitName: `${pick(['鑫源', '恒泰', '青石'])}公司`,
        visits: number(20),
        talks: number(60),
        suggestions: number(9),
        problems: [{ text: sentence(), state: pick(problemStates) }],
        deeds: [sentence()],
      })
    }),
  )
  await api.activities.add(
    many(counts.activity, () =>
      activity({
        date: day(),
        title: `${pick(subjects)}${pick(doings)}${number(99)}`,
        outcome: sentence(),
      } as Partial<Activity>),
    ),
  )
  return counts.study + counts.lecture + counts.stay + counts.activity
}
