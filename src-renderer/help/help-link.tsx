/** The ? beside the heading of a page (本页帮助). */
import { QuestionCircleOutlined } from '@ant-design/icons'
import { Link, useLocation } from 'react-router'
import { helpOf } from './help-pages.ts'
import './help.css'

export function HelpLink() {
  const { pathname } = useLocation()
  const help = pathname.startsWith('/help') ? undefined : helpOf(pathname)
  if (!help) return null
  return (
    <Link to={`/help/${help.id}`} className="help-link" aria-label={`本页帮助：${help.title}`} title="本页帮助">
      <QuestionCircleOutlined />
    </Link>
  )
}
