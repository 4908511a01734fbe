/** Look-alike and sound-alike slips of official writing (易错字词), each with what is probably meant. Plain data. */

export type Suspect = { readonly pattern: RegExp; readonly meant: string }

export const suspects: readonly Suspect[] = [
  {
    pattern:
      /聚集(?=(?:我[市县区省州旗]|全[市县区省]|本[市县区])?.{0,4}(?:中心工作|主题|重点|目标|特色|主责|任务|产业))/gu,
    meant: '聚焦',
  },
  { pattern: /(?<!新)风彩/gu, meant: '风采' },
  { pattern: /新风彩/gu, meant: '新风貌' },
  { pattern: /用于(?=推动自我|自我革命|直面|斗争|担当作为)/gu, meant: '勇于' },
  { pattern: /部暑|布署/gu, meant: '部署' },
  { pattern: /截止(?=目前|\d{4}年|\d{1,2}月)/gu, meant: '截至' },
  { pattern: /(?:按)装(?=设备|使用|完成|到位)/gu, meant: '安装' },
  { pattern: /做为(?=一[项名个种]|重要|当前)/gu, meant: '作为' },
  { pattern: /反应(?=情况|问题|诉求|意见)/gu, meant: '反映' },
  { pattern: /帐号|帐户|台帐/gu, meant: '账号、账户、台账' },
  { pattern: /既使/gu, meant: '即使' },
  {
    pattern: /不径而走|再接再励|一如继往|迫不急待|按步就班/gu,
    meant: '不胫而走、再接再厉、一如既往、迫不及待、按部就班',
  },
  { pattern: /其它(?=单位|部门|人员|同志)/gu, meant: '其他' },
  { pattern: /蹬点|登点/gu, meant: '蹲点' },
  { pattern: /渡过(?=[^。，]{0,4}(?:节|假期|周末))/gu, meant: '度过' },
]
