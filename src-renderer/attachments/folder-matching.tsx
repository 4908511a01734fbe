/** 按日期添加: a folder of photos offered to the records of their days; the clerk says which go where. */
import { Button, Flex, Select, Table } from 'antd'
import { useState } from 'react'
import type { EvidenceRecord, FileMatch } from '../../src-shared/attachments.ts'
import { useBackend } from '../api.ts'
import { recordWord } from '../components/record-link.tsx'
import { useAction } from '../components/use-action.ts'
import { AttachReport } from './attach-report.tsx'
import type { ChosenFile } from './dropped-files.ts'
import { EvidenceDrop } from './evidence-drop.tsx'
import { type Attaching, type AttachOutcome, useAttaching } from './use-attaching.tsx'

/** Bytes at the beginning of a file in which its EXIF stands. */
const headBytes = 131_072
/** Files of one call, whose beginnings together stay far below what the browser shell takes at once. */
const perCall = 300

type Line = { readonly match: FileMatch; readonly file: File; readonly recordId: string | null }

export function FolderMatching() {
  const { client } = useBackend()
  const [lines, setLines] = useState<readonly Line[]>([])
  const [outcome, setOutcome] = useState<AttachOutcome | null>(null)
  const matching = useAction({
    call: async (chosen: readonly ChosenFile[]) => {
      const matches: FileMatch[] = []
      for (let start = 0; start < chosen.length; start += perCall) {
        const files = chosen.slice(start, start + perCall).map(({ file, path }) => ({ path, head: headOf(file) }))
        matches.push(...(await client.attachments.match({ files })))
      }
      return matches.map((match, index) => ({
        match,
        file: chosen[index]?.file as File,
        // Only what is beyond doubt is chosen already.
        recordId: match.proposals.length === 1 ? (match.proposals[0]?.id ?? null) : null,
      }))
    },
    onDone: (found) => {
      setOutcome(null)
      setLines(found)
    },
  })
  const { attach, isRunning, progress } = useAttaching((done) => {
    setOutcome(done)
    setLines([])
  })
  const choose = (index: number, recordId: string | null) =>
    setLines(lines.map((line, place) => (place === index ? { ...line, recordId } : line)))
  const ready = lines.filter(({ recordId }) => recordId !== null).length
  return (
    <EvidenceDrop
      isForFolder
      isBusy={isRunning || matching.isPending}
      hint="选择或拖入照片文件夹，按拍摄日期、文件名或子文件夹名中的日期，对应到当天的记录，确认后添加"
      onFiles={(files) => matching.mutate(files)}
    >
      {progress}
      {outcome ? (
        <AttachReport outcome={outcome} onClose={() => setOutcome(null)} onRetry={(left) => void attach(left)} />
      ) : null}
      {lines.length > 0 ? (
        <Flex vertical gap={8} className="evidence-waiting">
          <MatchTable lines={lines} onChoose={choose} />
          <Flex gap={8} align="center">
            <Button type="primary" disabled={ready === 0 || isRunning} onClick={() => void attach(grouped(lines))}>
              添加已对应的{ready}个
            </Button>
            <Button onClick={() => setLines([])}>放弃</Button>
            <span className="evidence-hint">没有选记录的{lines.length - ready}个不添加。</span>
          </Flex>
        </Flex>
      ) : null}
    </EvidenceDrop>
  )
}

/** Only a picture has a day inside. */
function headOf(file: File): File {
  return new File([file.slice(0, file.type.startsWith('image/') ? headBytes : 0)], file.name)
}

type MatchTableProps = {
  readonly lines: readonly Line[]
  readonly onChoose: (index: number, recordId: string | null) => void
}

function MatchTable({ lines, onChoose }: MatchTableProps) {
  return (
    <Table
      size="small"
      tableLayout="fixed"
      rowKey="index"
      dataSource={lines.map((line, index) => ({ ...line, index }))}
      pagination={{ pageSize: 50, size: 'small', hideOnSinglePage: true }}
      columns={[
        { title: '文件', key: 'path', ellipsis: true, render: (_, { match }) => match.path },
        {
          title: '日期',
          key: 'day',
          width: 112,
          className: 'figure',
          render: (_, { match }) => match.day ?? '没有日期',
        },
        {
          title: '添加到',
          key: 'record',
          width: '50%',
          render: (_, { match, recordId, index }) =>
            match.proposals.length === 0 ? (
              <span className="evidence-hint">{match.day ? '当天没有记录' : '请在记录里添加'}</span>
            ) : (
              <Select
                size="small"
                className="wide"
                aria-label={`${match.path}添加到`}
                allowClear
                placeholder="不添加"
                value={recordId}
                options={match.proposals.map((record) => ({ value: record.id, label: wordsOf(record) }))}
                onChange={(chosen?: string) => onChoose(index, chosen ?? null)}
              />
            ),
        },
      ]}
    />
  )
}

function wordsOf({ kind, title, place }: EvidenceRecord): string {
  return `${recordWord(kind)}　${title}${place ? `（${place}）` : ''}`
}

/** The files of each record together, in their order. */
function grouped(lines: readonly Line[]): Attaching[] {
  const groups = new Map<string, { record: EvidenceRecord; files: File[] }>()
  for (const { match, file, recordId } of lines) {
    const record = match.proposals.find(({ id }) => id === recordId)
    if (!record) continue
    const group = groups.get(record.id) ?? { record, files: [] }
    group.files.push(file)
    groups.set(record.id, group)
  }
  return [...groups.values()].map(({ record, files }) => ({ recordKind: record.kind, recordId: record.id, files }))
}
