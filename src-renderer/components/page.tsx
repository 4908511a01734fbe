/** The frame of every page (页面): one heading, its actions on the right, and what it holds below. */
import { Flex, Typography } from 'antd'
import type { ReactNode } from 'react'
import { HelpLink } from '../help/help-link.tsx'

type PageProps = {
  readonly title: string
  /** Said once below the heading, where a page needs explaining. */
  readonly hint?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export function Page({ title, hint, actions, children }: PageProps) {
  return (
    <div className="page">
      <Flex justify="space-between" align="flex-start" gap={16} wrap className="page-head">
        <div className="page-title">
          <div className="page-heading">
            <Typography.Title level={1}>{title}</Typography.Title>
            <HelpLink />
          </div>
          {hint ? <Typography.Text type="secondary">{hint}</Typography.Text> : null}
        </div>
        {actions ? (
          <Flex gap={8} wrap>
            {actions}
          </Flex>
        ) : null}
      </Flex>
      {children}
    </div>
  )
}

/** A part of a page with a small heading. */
export function Section({ title, extra, children }: { title: string; extra?: ReactNode; children: ReactNode }) {
  return (
    <section className="section" aria-label={title}>
      <Flex justify="space-between" align="center" className="section-head">
        <h2>{title}</h2>
        {extra}
      </Flex>
      {children}
    </section>
  )
}
