/** Days and times (日期、时间) in a form: text in and out, typed or picked. */
import { DatePicker, TimePicker } from 'antd'
import dayjs from 'dayjs'

type TextControl = {
  readonly id?: string
  readonly value?: string | null
  readonly onChange?: (value: string | null) => void
  readonly 'aria-label'?: string
  readonly autoFocus?: boolean
}

/** `YYYY-MM-DD` or null. Also understands 2026/11/5, 2026.11.5 and 20261105 as typed. */
export function DayInput({ value, onChange, ...rest }: TextControl) {
  return (
    <DatePicker
      {...rest}
      className="wide"
      value={value ? dayjs(value) : null}
      onChange={(date) => onChange?.(date ? date.format('YYYY-MM-DD') : null)}
      format={['YYYY-MM-DD', 'YYYY/M/D', 'YYYY.M.D', 'YYYY-M-D', 'YYYYMMDD']}
      placeholder="如 2026-11-05"
    />
  )
}

/** `HH:MM` or null. */
export function TimeInput({ value, onChange, ...rest }: TextControl) {
  return (
    <TimePicker
      {...rest}
      className="wide"
      value={value ? dayjs(`2000-01-01T${value}`) : null}
      onChange={(time) => onChange?.(time ? time.format('HH:mm') : null)}
      format={['HH:mm', 'H:m', 'HHmm']}
      minuteStep={5}
      needConfirm={false}
      placeholder="如 09:30"
    />
  )
}
