import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { editThresholdForm, indicatorAddress, thresholdAddress, thresholdForm } from '../indicators/forms.ts'
import { aboutPath, thresholdPath } from '../paths.ts'
import { thresholdPage } from './form-pages.ts'
import { editThreshold, setThreshold } from './keep-threshold.ts'

const formView = 'layout/form-page'
const right = 'keepIndicators'

/** R37: the limits that figures are held against, kept by the two secretariats. */
export function thresholdRoutes(route: Routes): void {
  const setting = { right, params: indicatorAddress } as const
  route.get(thresholdPath(':indicator'), { ...setting, queries: 6 }, ({ actor, params }) =>
    page(formView, thresholdPage(actor, params.indicator, null)),
  )
  route.post(
    thresholdPath(':indicator'),
    {
      ...setting,
      form: thresholdForm,
      onInvalid: ({ actor, params }, form) => page(formView, thresholdPage(actor, params.indicator, null, form)),
    },
    async ({ actor, params, form }) => {
      await setThreshold(actor, { indicator: params.indicator, ...form })
      return redirect(aboutPath(params.indicator), 'Grænseværdien er gemt.')
    },
  )
  const editing = { right, params: thresholdAddress } as const
  const path = thresholdPath(':indicator', ':threshold')
  route.get(path, { ...editing, queries: 6 }, ({ actor, params }) =>
    page(formView, thresholdPage(actor, params.indicator, params.threshold)),
  )
  route.post(
    path,
    {
      ...editing,
      form: editThresholdForm,
      onInvalid: ({ actor, params }, form) =>
        page(formView, thresholdPage(actor, params.indicator, params.threshold, form)),
    },
    async ({ actor, params, form }) => {
      await editThreshold(actor, { indicator: params.indicator, id: params.threshold, ...form })
      return redirect(aboutPath(params.indicator), 'Grænseværdien er gemt.')
    },
  )
}
