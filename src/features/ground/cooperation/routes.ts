import { page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { changeCooperation } from './change-cooperation.ts'
import { cooperationPage, editCooperationPage } from './cooperation-page.ts'
import { cooperationForm } from './forms.ts'
import { cooperationPath } from './paths.ts'

/** §1: whose portal this is. */
export function cooperationRoutes(route: Routes): void {
  route.get(cooperationPath, { right: 'signedIn', queries: 1 }, ({ actor }) =>
    page('cooperation/show', cooperationPage(actor)),
  )

  const edit = `${cooperationPath}/ret`
  route.get(edit, { right: 'keepCooperation', queries: 1 }, ({ actor }) =>
    page('layout/form-page', { ...editCooperationPage(actor) }),
  )
  route.post(
    edit,
    {
      right: 'keepCooperation',
      form: cooperationForm,
      onInvalid: ({ actor }, form) => page('layout/form-page', { ...editCooperationPage(actor, form) }),
    },
    async ({ actor, form }) => {
      await changeCooperation(actor, form)
      return redirect(cooperationPath, 'Oplysningerne er gemt.')
    },
  )
}
