/** The shop's clock. */
import { jobs } from '@/contract/jobs'
import { serve } from '../runtime/serve'
import { runJobs } from './run-jobs'

export const main = serve(jobs, { run: runJobs })
