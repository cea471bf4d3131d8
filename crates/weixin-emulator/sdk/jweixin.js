/* A stand-in for WeChat's JS-SDK (jweixin), for pages under development.
 *
 * Load it instead of https://res.wx.qq.com/open/js/jweixin-1.6.0.js. The emulator checks the
 * signature of wx.config and wx.agentConfig; the functions of the phone are simulated with what the
 * browser has. 代替微信 JS-SDK，用于本地调试：由模拟器校验签名，并模拟部分接口。
 */
(function () {
  "use strict";
  var script = document.currentScript;
  var base = script ? new URL(script.src).origin : location.origin;

  var allowed = null; // the functions in jsApiList, once wx.config was accepted
  var failure = null;
  var whenReady = [];
  var whenFailed = [];
  var shared = {};

  function call(callback, argument) {
    if (typeof callback === "function") callback(argument);
  }

  function report(level, name, problem) {
    var text = [problem.zh, problem.hint_zh, problem.en, problem.hint_en].filter(Boolean).join("\n");
    console[level]("[weixin] " + name + "\n" + text);
    return text;
  }

  /** Sends the arguments of `wx.config` or `wx.agentConfig` to the emulator. */
  function check(name, options) {
    var sent = {};
    for (var key in options) if (typeof options[key] !== "function") sent[key] = options[key];
    sent.url = location.href.split("#")[0];
    sent.href = location.href;
    // With text/plain, the browser sends the request to another origin without asking first.
    var request = { method: "POST", credentials: "include", body: JSON.stringify(sent) };
    request.headers = { "Content-Type": "text/plain" };
    return fetch(base + "/_/api/js-sdk/check", request)
      .then(function (response) {
        return response.json();
      })
      .then(function (verdict) {
        (verdict.warnings || []).forEach(function (problem) {
          report("warn", name, problem);
        });
        if (verdict.ok) return { errMsg: name + ":ok" };
        var problem = verdict.problem || verdict.error || { en: "unknown error", zh: "未知错误" };
        var text = report("error", name, problem);
        throw { errMsg: name + ":" + (verdict.errMsg || "fail"), problem: problem, text: text };
      })
      .catch(function (error) {
        if (error && error.errMsg) throw error;
        var problem = { en: "The emulator cannot be reached.", zh: "无法连接模拟器。" };
        throw { errMsg: name + ":fail", problem: problem, text: report("error", name, problem) };
      });
  }

  function finish(name, options, result, ok) {
    call(ok ? options.success : options.fail, result);
    call(options.complete, result);
  }

  /** Runs one function of the phone; `run` calls back with the fields of the result, or cancels. */
  function perform(name, options, run) {
    options = options || {};
    if (!allowed || allowed.indexOf(name) < 0) {
      var denied = { errMsg: name + ":permission denied" };
      report("error", name, {
        en: allowed
          ? name + " is not in jsApiList of wx.config."
          : "wx.config was not accepted yet: call this in wx.ready.",
        zh: allowed ? name + " 不在 wx.config 的 jsApiList 中。" : "wx.config 尚未通过，请在 wx.ready 中调用。",
      });
      return finish(name, options, denied, false);
    }
    run(
      options,
      function (fields) {
        finish(name, options, Object.assign({ errMsg: name + ":ok" }, fields), true);
      },
      function () {
        var result = { errMsg: name + ":cancel" };
        call(options.cancel, result);
        call(options.complete, result);
      }
    );
  }

  function remember(name) {
    return function (options, done) {
      shared[name] = options;
      console.info("[weixin] " + name, options);
      done({});
    };
  }

  function nothing(options, done) {
    done({});
  }

  var functions = {
    scanQRCode: function (options, done, cancel) {
      var text = window.prompt("Text in the QR code 二维码的内容");
      if (text === null) return cancel();
      done({ resultStr: options.needResult ? text : "" });
    },
    chooseImage: function (options, done, cancel) {
      var input = document.createElement("input");
      input.type = "file";
      input.accept = "image/*";
      input.multiple = options.count !== 1;
      input.onchange = function () {
        var files = Array.prototype.slice.call(input.files, 0, options.count || 9);
        done({ localIds: files.map(URL.createObjectURL), sourceType: "album" });
      };
      input.oncancel = cancel;
      input.click();
    },
    previewImage: function (options, done) {
      window.open(options.current || (options.urls || [])[0]);
      done({});
    },
    getLocation: function (options, done, cancel) {
      var text = window.prompt("Latitude, longitude 纬度,经度", "39.9087,116.3975");
      var parts = (text || "").split(",").map(Number);
      if (parts.length !== 2 || parts.some(isNaN)) return cancel();
      done({ latitude: parts[0], longitude: parts[1], speed: 0, accuracy: 65 });
    },
    chooseWXPay: function (options, done, cancel) {
      if (window.confirm("Pay? 确认支付？")) done({});
      else cancel();
    },
    getNetworkType: function (options, done) {
      done({ networkType: "wifi" });
    },
  };
  [
    "updateAppMessageShareData",
    "updateTimelineShareData",
    "onMenuShareTimeline",
    "onMenuShareAppMessage",
    "onMenuShareQQ",
    "onMenuShareWeibo",
    "onMenuShareQZone",
    "onMenuShareWechat",
    "shareAppMessage",
    "shareWechatMessage",
  ].forEach(function (name) {
    functions[name] = remember(name);
  });
  [
    "hideOptionMenu",
    "showOptionMenu",
    "hideMenuItems",
    "showMenuItems",
    "hideAllNonBaseMenuItem",
    "showAllNonBaseMenuItem",
    "closeWindow",
    "openLocation",
    "openEnterpriseChat",
    "selectExternalContact",
  ].forEach(function (name) {
    functions[name] = nothing;
  });

  var wx = {
    /** Marks this script as the emulator's. */
    __emulator: true,

    config: function (options) {
      check("config", options || {}).then(
        function (result) {
          allowed = (options.jsApiList || []).slice();
          console.info("[weixin] " + result.errMsg);
          whenReady.splice(0).forEach(function (callback) {
            call(callback, result);
          });
        },
        function (error) {
          failure = error;
          if (options && options.debug) window.alert(error.errMsg + "\n" + error.text);
          whenFailed.forEach(function (callback) {
            call(callback, error);
          });
        }
      );
    },

    agentConfig: function (options) {
      options = options || {};
      check("agentConfig", options).then(
        function (result) {
          allowed = (allowed || []).concat(options.jsApiList || []);
          finish("agentConfig", options, result, true);
        },
        function (error) {
          finish("agentConfig", options, error, false);
        }
      );
    },

    ready: function (callback) {
      if (allowed) call(callback, { errMsg: "config:ok" });
      else whenReady.push(callback);
    },

    error: function (callback) {
      whenFailed.push(callback);
      if (failure) call(callback, failure);
    },

    /** Which functions exist; does not need wx.config. */
    checkJsApi: function (options) {
      var result = {};
      (options.jsApiList || []).forEach(function (name) {
        result[name] = Object.prototype.hasOwnProperty.call(functions, name);
      });
      finish("checkJsApi", options, { errMsg: "checkJsApi:ok", checkResult: result }, true);
    },

    /** WeCom's older way to call a function by name. */
    invoke: function (name, options, callback) {
      var run = functions[name];
      if (!run) return call(callback, { err_msg: name + ":function not exist" });
      var complete = function (result) {
        call(callback, Object.assign({ err_msg: result.errMsg }, result));
      };
      perform(name, Object.assign({}, options, { complete: complete }), run);
    },
  };

  Object.keys(functions).forEach(function (name) {
    wx[name] = function (options) {
      perform(name, options, functions[name]);
    };
  });

  window.wx = window.jWeixin = wx;
})();
