/** A city union's lecture plan of late 2022 and a quarter of work around it, entered at the window, and what comes out. */
import { expect } from '@playwright/test'
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { addRecord, arrive, cover, download, type Filled, startRecord } from './clerk.ts'
import { test } from './open-app.ts'

test.use({ hasSuperior: true })

const unions = ['固原工业园区工会联合会', '重点企业工会联合会', '市直机关工会联合会', '市第一小学工会']

const studies: readonly Filled[] = [
  {
    日期: '2022-10-28',
    学习类型: ['理论学习中心组集体学习'],
    组织单位: '市总工会党组',
    主题: '党的二十大报告',
    应到人数: '9',
    实到人数: '9',
  },
  {
    日期: '2022-11-10',
    学习类型: ['主题党日'],
    组织单位: '机关党支部',
    主题: '重温入党誓词',
    应到人数: '26',
    实到人数: '24',
  },
  {
    日期: '2022-12-08',
    学习类型: ['辅导报告'],
    组织单位: '市总工会',
    主题: '党章修正案辅导',
    应到人数: '120',
    实到人数: '103',
  },
]

/** The three lines of the plan: who speaks, where, to whom; dates and head counts are made up. */
const lectures: readonly { readonly filled: Filled; readonly covered: readonly string[] }[] = [
  {
    filled: {
      日期: '2022-11-22',
      宣讲方式: ['专家宣讲', '宣讲团宣讲'],
      场所类型: ['工会阵地'],
      主题: '党的二十大精神专题辅导',
      宣讲人1的姓名: '周明',
      宣讲人1的职务: '市委宣讲团成员',
      宣讲人1的类别: ['专家'],
      地点: '市职工中心6楼会议室',
      现场人次: '180',
    },
    covered: ['市直机关工会联合会'],
  },
  {
    filled: {
      日期: '2022-11-30',
      宣讲方式: ['领导干部宣讲', '结合走访慰问调研'],
      场所类型: ['园区（开发区）'],
      主题: '产业工人队伍建设与党的二十大精神',
      宣讲人1的姓名: '马建国',
      宣讲人1的职务: '市总工会党组成员',
      宣讲人1的类别: ['领导干部'],
      地点: '工业园区企业食堂',
      现场人次: '65',
    },
    covered: ['固原工业园区工会联合会', '重点企业工会联合会'],
  },
  {
    filled: {
      日期: '2022-12-14',
      宣讲方式: ['劳模宣讲'],
      场所类型: ['学校'],
      主题: '我参加党代会的见闻',
      宣讲人1的姓名: '赵铁柱',
      宣讲人1的职务: '党的二十大代表、劳动模范',
      宣讲人1的类别: ['党代表'],
      地点: '市第一小学报告厅',
      现场人次: '210',
    },
    covered: ['市第一小学工会', '重点企业工会联合会'],
  },
]

test('the plan of a real notice becomes records, a report, three sheets and a bundle', async ({ app }) => {
  test.setTimeout(300_000)
  await arrive(app)
  for (const name of unions)
    await addRecord(app, '单位名册', { 名称: name, 类别: ['联合基层工会'], '乡镇（街道、园区）': '市区' })
  for (const study of studies) await addRecord(app, '学习', study)
  for (const { filled, covered } of lectures) {
    const form = await startRecord(app, '宣讲', filled)
    await cover(form, covered)
    await form.getByRole('button', { name: '保存', exact: true }).click()
    await expect(form).toBeHidden()
  }
  await addRecord(app, '蹲点', {
    从单位名册选取: ['固原工业园区工会联合会'],
    起始日期: '2022-11-21',
    截止日期: '2022-12-02',
    在岗天数: '8',
    蹲点干部1的姓名: '马建国',
    '走访（家）': '12',
    '访谈（人次）': '38',
  })

  const quarter = '?from=2022-10-01&to=2022-12-31'
  await app.evaluate((words) => {
    location.hash = `#/sheets${words}`
  }, quarter)
  await app.getByRole('tab', { name: '宣讲', exact: true }).click()
  await expect(app.getByRole('row', { name: /专家宣讲/ })).toContainText('180')
  const sheets = await download(app, () => app.getByRole('button', { name: /导出全部统计表/ }).click())
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(sheets.bytes as unknown as ArrayBuffer)
  expect(textOf(workbook)).toContain('领导干部宣讲')

  await app.evaluate((words) => {
    location.hash = `#/documents${words}`
  }, quarter)
  await app.getByRole('button', { name: '起草2022年第四季度情况报告' }).click()
  await expect(app.getByLabel('第7段，正文')).toHaveValue(/^本期共开展宣讲/)
  const word = await download(app, () => app.getByRole('button', { name: '导出Word' }).click())
  const text = strFromU8(unzipSync(word.bytes)['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '')
  expect(text).toContain('本期共组织学习活动3场')
  expect(text).toContain('本期共开展宣讲3场，现场听讲455人次')
  // All four unions of the register were reached, one of them twice.
  expect(text).toContain('100.0%')

  await app.evaluate((words) => {
    location.hash = `#/bundles${words}`
  }, quarter)
  await download(app, () => app.getByRole('button', { name: '导出上报包', exact: true }).click())
  await app.getByRole('tab', { name: '已导出' }).click()
  await expect(app.getByRole('row', { name: /2022年第四季度/ })).toContainText('学习3条、宣讲3条、蹲点1条、单位4个')
})

function textOf(workbook: ExcelJS.Workbook): string {
  const words: string[] = []
  for (const sheet of workbook.worksheets) sheet.eachRow((row) => words.push(String(row.values)))
  return words.join('\n')
}
