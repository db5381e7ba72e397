import { pictureUrl } from '@/ui/picture'

test.each([
  ['/files/pictures/berry-1.750.webp', '/files/pictures/berry-1.360.webp'],
  ['https://pictures.shop.test/pictures/img_06f.750.jpg', 'https://pictures.shop.test/pictures/img_06f.360.jpg'],
  ['/files/pictures/avatar.240.webp', '/files/pictures/avatar.240.webp'],
  ['/files/pictures/a.750.webp.jpg', '/files/pictures/a.750.webp.jpg'],
])('half a screen of %s takes %s', (url, small) => {
  expect(pictureUrl(url, true)).toBe(small)
  expect(pictureUrl(url, false)).toBe(url)
})
