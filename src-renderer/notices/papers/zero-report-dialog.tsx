/** 零报告: nothing was done in the period, and why. */
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { periodWords } from '../../../src-shared/chinese.ts'
import type { Period } from '../../../src-shared/period.ts'

type ZeroReportDialogProps = {
  readonly period: Period
  readonly isBusy: boolean
  readonly onReason: (reason: string) => void
  readonly onClose: () => void
}

export function ZeroReportDialog({ period, isBusy, onReason, onClose }: ZeroReportDialogProps) {
  const [reason, setReason] = useState('')
  return (
    <Modal
      open
      title={`${periodWords(period)}零报告`}
      okText="起草零报告"
      cancelText="取消"
      okButtonProps={{ disabled: reason.trim() === '' }}
      confirmLoading={isBusy}
      onOk={() => onReason(reason.trim())}
      onCancel={onClose}
    >
      <p className="second">这段时间没有开展工作时使用。台账里有记录的，不能作零报告。</p>
      <Input.TextArea
        autoFocus
        aria-label="原因"
        placeholder="原因，如：正值换届，工作顺延到下季度"
        rows={3}
        maxLength={500}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
    </Modal>
  )
}
