/** 日历: the days of a notice in a month, and beside it what has no day of its own. */
import { Button } from 'antd'
import { Link } from 'react-router'
import type { NoticeDetail, Requirement } from '../../../src-shared/notices.ts'
import { useAddress } from '../../components/use-address.ts'
import { useShell } from '../../components/use-shell.ts'
import { reportWords, windowWords } from '../notice-words.ts'
import { daysOf, monthAfter, type NoticeDay, openOn, weeksOf } from './notice-days.ts'
import './calendar.css'

const whats = { 起: '开始', 止: '截止', 报: '报告' } as const

export function CalendarTab({ notice }: { readonly notice: NoticeDetail }) {
  const { words, change } = useAddress()
  const { today } = useShell()
  const days = daysOf(notice.requirements)
  const next = days.find(({ date, what }) => date >= today && what !== '起')
  const inAddress = words.get('month') ?? ''
  const month = /^20\d\d-\d\d$/.test(inAddress) ? inAddress : today.slice(0, 7)
  const show = (one: string) => change({ month: one === today.slice(0, 7) ? null : one }, { replace: true })
  const [year = '', number = ''] = month.split('-')
  return (
    <div className="calendar-and-list">
      <section aria-label="月历">
        <div className="filter">
          <Button aria-label="上个月" onClick={() => show(monthAfter(month, -1))}>
            ‹
          </Button>
          <h2 className="month-title">
            {year}年{Number(number)}月
          </h2>
          <Button aria-label="下个月" onClick={() => show(monthAfter(month, 1))}>
            ›
          </Button>
          <Button onClick={() => show(today.slice(0, 7))}>本月</Button>
          {next ? <Button onClick={() => show(next.date.slice(0, 7))}>下一个期限：{next.date}</Button> : null}
        </div>
        <Month month={month} requirements={notice.requirements} days={days} today={today} />
        <p className="second">底色浅蓝的日子在要求期间之内。</p>
      </section>
      <DayList requirements={notice.requirements} days={days} today={today} />
    </div>
  )
}

type MonthProps = DayListProps & { readonly month: string }

function Month({ month, requirements, days, today }: MonthProps) {
  const classOf = (date: string) =>
    [
      date.startsWith(month) ? '' : 'other-month',
      openOn(requirements, date) > 0 ? 'in-window' : '',
      date === today ? 'today' : '',
    ].join(' ')
  return (
    <table className="month">
      <thead>
        <tr>
          {['一', '二', '三', '四', '五', '六', '日'].map((name) => (
            <th key={name} scope="col">
              周{name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]}>
            {week.map((date) => (
              <td key={date} className={classOf(date)}>
                <div className="figure month-day">{Number(date.slice(8))}</div>
                {days
                  .filter((day) => day.date === date)
                  .map((day) => (
                    <div
                      key={`${day.requirementId}${day.what}`}
                      className={day.what === '起' ? 'day-mark' : 'day-mark day-end'}
                      title={`${whats[day.what]}：${day.title}`}
                    >
                      {whats[day.what]} {day.title}
                    </div>
                  ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type DayListProps = {
  readonly requirements: readonly Requirement[]
  readonly days: readonly NoticeDay[]
  readonly today: string
}

function DayList({ requirements, days, today }: DayListProps) {
  const ends = days.filter(({ what }) => what !== '起')
  const ahead = ends.filter(({ date }) => date >= today)
  const past = ends.filter(({ date }) => date < today)
  const dated = new Set(ends.map(({ requirementId }) => requirementId))
  const others = requirements.filter(
    (one) => one.state !== '不适用' && !dated.has(one.id) && (one.window !== null || one.report !== null),
  )
  return (
    <aside aria-label="期限清单">
      <Dates title="将到的期限" days={ahead} empty="没有写明日期的期限。" />
      {past.length > 0 ? <Dates title="已过的期限" days={past} empty="" /> : null}
      {others.length > 0 ? (
        <>
          <h2 className="part-title">没有截止日期的</h2>
          <ul className="line-list day-list">
            {others.map(({ id, title, window, report }) => (
              <li key={id}>
                <div>{title}</div>
                <div className="second">
                  {[window && windowWords(window), report && reportWords(report)].filter(Boolean).join('；')}
                </div>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </aside>
  )
}

function Dates({ title, days, empty }: { title: string; days: readonly NoticeDay[]; empty: string }) {
  return (
    <>
      <h2 className="part-title">{title}</h2>
      {days.length === 0 ? (
        <p className="second">{empty}</p>
      ) : (
        <ul className="line-list day-list">
          {days.map((day) => (
            <li key={`${day.requirementId}${day.what}`}>
              <span className="figure">{day.date}</span> {whats[day.what]}　
              <Link className="record-link" to={`/notices/${day.noticeId}/progress?open=${day.requirementId}`}>
                {day.title}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
