// An echo with silenceper/wechat on net/http, as its documentation shows it.
package main

import (
	"log"
	"net/http"
	"os"
	"strconv"

	"github.com/silenceper/wechat/v2"
	"github.com/silenceper/wechat/v2/cache"
	"github.com/silenceper/wechat/v2/officialaccount/config"
	"github.com/silenceper/wechat/v2/officialaccount/message"
)

// The longest text that is echoed, in bytes.
const maxEcho = 2048

func echo(msg *message.MixMessage) *message.Reply {
	content := msg.Content
	if len(content) > maxEcho {
		content = strconv.Itoa(len(content))
	}
	return &message.Reply{MsgType: message.MsgTypeText, MsgData: message.NewText(content)}
}

func main() {
	account := wechat.NewWechat().GetOfficialAccount(&config.Config{
		AppID:          os.Getenv("WEIXIN_APP_ID"),
		AppSecret:      os.Getenv("WEIXIN_SECRET"),
		Token:          os.Getenv("WEIXIN_TOKEN"),
		EncodingAESKey: os.Getenv("WEIXIN_ENCODING_AES_KEY"),
		Cache:          cache.NewMemory(),
	})
	http.HandleFunc("/callback", func(response http.ResponseWriter, request *http.Request) {
		server := account.GetServer(request, response)
		server.SetMessageHandler(echo)
		if err := server.Serve(); err != nil {
			http.Error(response, "", http.StatusForbidden)
			return
		}
		if err := server.Send(); err != nil {
			log.Print(err)
		}
	})
	log.Fatal(http.ListenAndServe(os.Getenv("WEIXIN_LISTEN"), nil))
}
