import { useState } from 'react'
import { Form, Input, View } from '@tarojs/components'
import type { MeView } from '@/contract/member'
import { isWechat } from '@/platform/wx'
import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { tap } from '@/ui/tap'
import { copy } from './copy'
import { useProfile } from './use-profile'
import './member.scss'

const words = copy.profile

/** The face and the name that neighbours see. */
export const ProfileScreen = ({ me, onDone }: { readonly me: MeView; readonly onDone: () => void }) => {
  const profile = useProfile()
  const [name, setName] = useState(me.name)
  // WeChat's check may clear the field after the last key: what the form hands over counts
  const save = async (handed: unknown) => {
    if (await profile.saveName(typeof handed === 'string' ? handed : name)) onDone()
  }
  const face = (
    <View className="profile-face">
      <Avatar name={me.name} url={me.avatar} size={88} isRinged />
      <View className="profile-pen">
        <Icon name={profile.busy === 'picture' ? 'clock' : 'edit'} size={15} />
      </View>
    </View>
  )
  return (
    <>
      <View className="profile-top">
        {isWechat ? (
          <Button
            kind="ghost"
            className="profile-choose"
            native={{
              openType: 'chooseAvatar',
              onChooseAvatar: ({ detail }) => void profile.takePicture(detail.avatarUrl),
            }}
          >
            {face}
          </Button>
        ) : (
          <View {...tap(() => void profile.choosePicture(), words.picture)}>{face}</View>
        )}
        <View className="n1 mt2">{me.isAvatarChecking ? copy.head.checking : words.picture}</View>
      </View>
      <Form onSubmit={({ detail }) => void save(detail.value?.['nickname'])}>
        <Card look="flat">
          <View className="row">
            <View className="profile-label">{words.name}</View>
            <Input
              className="profile-name"
              placeholderClass="profile-hint"
              name="nickname"
              {...(isWechat ? { type: 'nickname' as const } : {})}
              value={name}
              maxlength={20}
              placeholder={words.nameHint}
              ariaLabel={words.name}
              onInput={({ detail }) => {
                setName(detail.value)
                profile.clearFault()
              }}
            />
          </View>
        </Card>
        <View className={profile.fault ? 'profile-note acc' : 'profile-note n1'}>
          {profile.fault ?? words.nameNote}
        </View>
        <View className="profile-save">
          {isWechat ? (
            <Button width="wide" isBusy={profile.busy === 'name'} native={{ formType: 'submit' }}>
              {words.save}
            </Button>
          ) : (
            <Button width="wide" isBusy={profile.busy === 'name'} onTap={() => void save(name)}>
              {words.save}
            </Button>
          )}
        </View>
      </Form>
    </>
  )
}
