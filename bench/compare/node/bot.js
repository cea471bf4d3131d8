// co-wechat on koa, with one process for each core.
'use strict';

const cluster = require('cluster');
const os = require('os');

// The longest text that is echoed, in bytes.
const MAX_ECHO = 2048;

if (cluster.isPrimary) {
  os.cpus().forEach(() => cluster.fork());
} else {
  const Koa = require('koa');
  const wechat = require('co-wechat');

  const config = {
    token: process.env.WEIXIN_TOKEN,
    appid: process.env.WEIXIN_APP_ID,
    encodingAESKey: process.env.WEIXIN_ENCODING_AES_KEY || '',
  };
  const app = new Koa();
  app.use(wechat(config).middleware(async (message) => {
    const size = Buffer.byteLength(message.Content);
    return size > MAX_ECHO ? String(size) : message.Content;
  }));
  app.listen(Number(process.env.PORT), '127.0.0.1');
}
