/**
 * The text of plans and of the office's own notice (计划、方案、贯彻通知), from the requirements of the notice above:
 * what is asked, how often, of whom, until when. Measures and names that no requirement holds are marked for the clerk.
 */

import type { Arrangement } from '../../src-shared/arrangements.ts'
import { chineseDate } from '../../src-shared/chinese.ts'
import type { Block, TextAnnex } from '../../src-shared/documents.ts'
import type { NoticeDocumentRole } from '../../src-shared/notice-words.ts'
import type { Notice, Requirement, RequirementKind } from '../../src-shared/notices.ts'
import { heading, markedBlock, some, text } from '../documents/report-words.ts'
import { citationOf, matterOf, workOf } from './matter.ts'

export type PlanMaterial = {
  readonly notice: Notice
  readonly requirements: readonly Requirement[]
  readonly arrangements: readonly Arrangement[]
}

type Chapter = { readonly title: string; readonly kinds: readonly RequirementKind[] }

const chapters: readonly Chapter[] = [
  { title: '组织领导', kinds: ['组织'] },
  { title: '学习安排', kinds: ['学习'] },
  { title: '宣讲安排', kinds: ['宣讲'] },
  { title: '蹲点安排', kinds: ['蹲点'] },
  { title: '宣传、文化和研究', kinds: ['宣传', '文化', '研究', '典型'] },
  { title: '结合工作抓落实', kinds: ['贯彻', '评估'] },
]

const chaptersOf: Readonly<Record<Exclude<NoticeDocumentRole, '情况报告'>, readonly RequirementKind[]>> = {
  贯彻通知: ['组织', '学习', '宣讲', '蹲点', '宣传', '文化', '研究', '典型', '贯彻', '评估'],
  工作计划: ['组织', '学习', '宣讲', '蹲点', '宣传', '文化', '研究', '典型', '贯彻', '评估'],
  学习计划: ['组织', '学习'],
  宣讲方案: ['组织', '宣讲', '蹲点'],
}

export type PlanRole = keyof typeof chaptersOf

/** A chapter for each field of work that the notice asks for, an item for each requirement. */
export function planChapters(role: PlanRole, { requirements }: PlanMaterial): Block[] {
  const asked = requirements.filter(({ kind, state }) => state !== '不适用' && chaptersOf[role].includes(kind))
  const written = chapters.flatMap(({ title, kinds }) => {
    const own = asked.filter(({ kind }) => kinds.includes(kind))
    return own.length === 0 ? [] : [heading(1, title), ...own.flatMap(itemBlocks)]
  })
  return written.length > 0 ? written : [heading(1, '主要任务'), markedBlock('通知没有提出这方面的要求，请写明任务')]
}

/** 现将《…》转发 / 结合实际 … */
export function openingOf({ notice }: PlanMaterial, superior: string): Block {
  const issuer = notice.issuer === '' ? superior : notice.issuer
  return text(`${issuer}印发了${citationOf(notice)}，对${matterOf(notice)}作出部署。结合实际，现就有关事项通知如下。`)
}

/** When and to whom the receivers of our notice report; the day is ours to set. */
export function reportingChapter({ requirements }: PlanMaterial, office: string): Block[] {
  const slots = [...new Set(requirements.flatMap(({ report }) => report?.slots ?? []))]
  const what = slots.length > 0 ? slots.join('、') : '贯彻落实情况'
  return [
    heading(1, '情况报送'),
    text(`各单位要及时总结，并于【待填写：报送日期】前将${what}报送${office}【待填写：接收部门和联系人】。`),
  ]
}

/** The plan itself, which the 通知 sends out without 附件 above it. */
export function planAnnex(role: PlanRole, title: string, material: PlanMaterial): TextAnnex {
  return {
    title,
    isUnlabelled: true,
    blocks: [
      text(`为做好${workOf(material.notice)}，根据${citationOf(material.notice)}要求，制定本${role.slice(-2)}。`),
      ...planChapters(role, material),
      heading(1, '工作要求'),
      text('各单位要明确责任人和完成时限，做好记录并留存佐证，及时报送进展情况。'),
    ],
  }
}

/** 宣讲安排: who speaks where and when; null when nothing is arranged. */
export function arrangementAnnex({ arrangements }: PlanMaterial, title: string): TextAnnex | null {
  if (arrangements.length === 0) return null
  return {
    title,
    blocks: [
      {
        kind: 'table',
        rows: [
          ['序号', '类别', '宣讲人类别', '宣讲人', '主题', '时间', '地点', '对象', '备注'],
          ...arrangements.map((row, index) => [
            String(index + 1),
            row.kind,
            row.speakerKind,
            row.speaker,
            row.topic,
            row.time,
            row.place,
            row.audience,
            row.note,
          ]),
        ],
      },
    ],
    isLandscape: true,
  }
}

function itemBlocks(requirement: Requirement): Block[] {
  const details = [
    who(requirement),
    requirement.forms.length > 0 ? `形式为${some(requirement.forms)}` : '',
    requirement.venues.length > 0 ? `安排在${some(requirement.venues)}` : '',
    requirement.audiences.length > 0 ? `面向${some(requirement.audiences)}` : '',
    atLeast(requirement),
    during(requirement),
  ].filter((detail) => detail !== '')
  const detail = details.length > 0 ? `${details.join('，')}。` : ''
  return [
    heading(2, requirement.title.replace(/[。；]+$/u, '')),
    text(`${detail}【待填写：责任部门、责任人和完成时限】`),
  ]
}

const who = ({ actors }: Requirement) => (actors.length > 0 ? `由${some(actors)}负责` : '')

function atLeast({ minimum }: Requirement): string {
  if (minimum === null) return ''
  return `${minimum.scope === '本单位' ? '' : minimum.scope}至少${minimum.count}${minimum.unit}`
}

function during({ window }: Requirement): string {
  if (window === null) return ''
  const { from, to, words } = window
  if (from !== null && to !== null) return `时间为${chineseDate(from)}至${chineseDate(to)}`
  if (to !== null) return `于${chineseDate(to)}前完成`
  return words === '' ? '' : `时间为${words}`
}
