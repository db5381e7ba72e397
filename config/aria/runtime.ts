import { mergeInternalComponents } from '@tarojs/shared'
import spoken from './spoken.json'

// The running app and the templates number attributes from the same list, so both must know the additions.
mergeInternalComponents(spoken)
