/** 名册: cadres, lecturers and their teams, study groups, venues and materials, each on its tab. */
import { useParams } from 'react-router'
import { RegisterPage } from '../records/register-page.tsx'
import { cadres } from './cadres.tsx'
import { lectureTeams } from './lecture-teams.tsx'
import { lecturers } from './lecturers.tsx'
import { materials } from './materials.tsx'
import './registers.css'
import { studyGroups } from './study-groups.tsx'
import { venues } from './venues.tsx'

export function RegistersPage() {
  const { kind } = useParams()
  // Each tab is a page of its own: nothing of one register stays behind in another.
  switch (kind) {
    case 'lecturer':
      return <RegisterPage key={kind} register={lecturers} />
    case 'lectureTeam':
      return <RegisterPage key={kind} register={lectureTeams} />
    case 'studyGroup':
      return <RegisterPage key={kind} register={studyGroups} />
    case 'venue':
      return <RegisterPage key={kind} register={venues} />
    case 'material':
      return <RegisterPage key={kind} register={materials} />
    default:
      return <RegisterPage key="cadre" register={cadres} />
  }
}
