//! Hints for error codes, in English and Chinese.

mod virtual_payment;

use weixin_protocol::Product;

use crate::ErrCode;

/// The likely cause of an error or a way to fix it, in two languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Hint {
    /// In English.
    pub en: &'static str,
    /// In Chinese.
    pub zh: &'static str,
}

impl Hint {
    /// All hints for a product's error codes, in the order of the codes: the first and the last code that each
    /// is for, and the hint.
    pub fn all(product: Product) -> impl Iterator<Item = (ErrCode, ErrCode, Self)> {
        rows(product)
            .map(|&(from, to, en, zh)| (ErrCode::new(from), ErrCode::new(to), Self { en, zh }))
    }

    pub(crate) fn of(product: Product, code: ErrCode) -> Option<Self> {
        let code = code.get();
        rows(product)
            .find(|(from, to, ..)| (*from..=*to).contains(&code))
            .map(|&(_, _, en, zh)| Self { en, zh })
    }
}

/// First code, last code, English text, Chinese text.
type Row = (i64, i64, &'static str, &'static str);

/// The rows for a product, in the order of the codes.
fn rows(product: Product) -> impl Iterator<Item = &'static Row> {
    let tables: [&[Row]; 3] = match product {
        Product::Work => [WORK, &[], &[]],
        _ => [virtual_payment::ON_THE_PHONE, OFFICIAL, virtual_payment::CALLS],
    };
    tables.into_iter().flatten()
}

/// Official Accounts and Mini Programs.
const OFFICIAL: &[Row] = &[
    (-1000, -1000, "an error inside the platform; try again later", "平台内部错误，稍后再试"),
    (-1, -1, "the platform is busy; try again in a moment", "系统繁忙，稍后再试"),
    (
        40001,
        40001,
        "the AppSecret is wrong, or the access token is not the latest: does another program fetch tokens for this account?",
        "AppSecret 错误，或 access_token 不是最新的：是否有其他程序也在获取该账号的 token？",
    ),
    (40002, 40002, "use grant_type=client_credential", "grant_type 应为 client_credential"),
    (
        40003,
        40003,
        "this openid belongs to another account; every account has its own openids",
        "openid 不属于该账号；同一用户在不同账号下 openid 不同",
    ),
    (40004, 40004, "this media type is not allowed here", "媒体文件类型不合法"),
    (40005, 40005, "this file type is not allowed here", "文件类型不合法"),
    (40006, 40006, "the file is too large or empty", "文件大小不合法"),
    (
        40007,
        40007,
        "the media_id does not exist; temporary media expire after three days",
        "media_id 无效；临时素材三天后失效",
    ),
    (40008, 40008, "this message type is not allowed here", "消息类型不合法"),
    (40009, 40009, "the image is too large", "图片大小超过限制"),
    (
        40013,
        40013,
        "check the appid: letter case, spaces, and that it belongs to this account",
        "检查 appid：大小写、空格，以及是否为该账号",
    ),
    (
        40014,
        40014,
        "the access token is malformed or belongs to another account",
        "access_token 无效或属于其他账号",
    ),
    (
        40016,
        40027,
        "check the menu: 1 to 3 buttons, up to 5 sub-buttons, lengths of name, key and URL",
        "检查菜单：1–3 个一级按钮，最多 5 个子按钮，名称、key、url 的长度",
    ),
    (
        40029,
        40029,
        "the code is wrong or older than five minutes; ask for a new one",
        "code 无效或已超过五分钟，请重新获取",
    ),
    (
        40030,
        40030,
        "the refresh token is wrong; the user must authorize again",
        "refresh_token 无效，需用户重新授权",
    ),
    (
        40033,
        40033,
        "send characters as UTF-8, not as \\uXXXX",
        "请直接使用 UTF-8 字符，不要使用 \\uXXXX",
    ),
    (40035, 40035, "check the parameters against the documentation", "参数不合法，请对照文档检查"),
    (40037, 40037, "the account has no such template", "该账号下没有此模板"),
    (
        40054,
        40055,
        "the URL or the domain of a menu button is not allowed",
        "菜单按钮的 url 或域名不合法",
    ),
    (40097, 40097, "check the arguments against the documentation", "参数不合法，请对照文档检查"),
    (
        40125,
        40125,
        "check the AppSecret; after a reset in the console the old one is invalid",
        "检查 AppSecret；在后台重置后旧值即失效",
    ),
    (
        40163,
        40163,
        "a code can only be used once; ask for a new one",
        "code 只能使用一次，请重新获取",
    ),
    (
        40164,
        40164,
        "add this machine's public address to the IP list in the console",
        "请在后台把本机公网 IP 加入白名单",
    ),
    (
        40226,
        40226,
        "the platform considers this user a risk and rejects the login",
        "高风险用户，登录被拦截",
    ),
    (
        40230,
        40230,
        "API security: the request lacks the header Wechatmp-Serial",
        "API 安全：请求缺少 Wechatmp-Serial 头",
    ),
    (
        40231,
        40233,
        "API security is switched on for this API in the console, and the request is not signed: give the client the keys from the console",
        "后台已对该接口开启 API 安全，但请求缺少签名头：请为客户端配置后台「API安全」中的密钥",
    ),
    (
        40234,
        40234,
        "API security: the private key is not the one whose public key is in the console, or the body was changed on the way",
        "API 安全：私钥与后台配置的应用公钥不匹配，或请求体在途中被修改",
    ),
    (
        40235,
        40235,
        "API security: the symmetric key or its number is not the one in the console, or the console's algorithm is SM4_GCM",
        "API 安全：对称密钥或其编号与后台不一致，或后台所选算法为 SM4_GCM",
    ),
    (
        40236,
        40237,
        "API security: the appid that signed the request is not the one that the access token belongs to",
        "API 安全：签名所用 appid 与 access_token 所属账号不一致",
    ),
    (
        40238,
        40238,
        "API security: no symmetric key is set in the console",
        "API 安全：后台尚未配置 API 对称密钥",
    ),
    (
        40239,
        40239,
        "API security: no public key is set in the console",
        "API 安全：后台尚未配置应用公钥（API 非对称密钥）",
    ),
    (
        40240,
        40240,
        "API security: the time of the request is too old; set this machine's clock",
        "API 安全：请求时间戳已过期，请校准本机时钟",
    ),
    (
        40243,
        40243,
        "the AppSecret is frozen; unfreeze it in the console",
        "AppSecret 已冻结，请在后台解冻",
    ),
    (41001, 41001, "the access_token is missing", "缺少 access_token 参数"),
    (41002, 41002, "the appid is missing", "缺少 appid 参数"),
    (41003, 41003, "the refresh_token is missing", "缺少 refresh_token 参数"),
    (41004, 41004, "the secret is missing", "缺少 secret 参数"),
    (
        41005,
        41005,
        "the file is missing: its multipart part needs a name, a file name and a content type",
        "缺少媒体文件：multipart 需要 name、filename 与 Content-Type",
    ),
    (41006, 41006, "the media_id is missing", "缺少 media_id 参数"),
    (41007, 41007, "the menu is missing", "缺少菜单数据"),
    (41008, 41008, "the code is missing", "缺少 code 参数"),
    (41009, 41009, "the openid is missing", "缺少 openid 参数"),
    (42001, 42001, "the access token has expired", "access_token 已过期"),
    (
        42002,
        42002,
        "the refresh token has expired; the user must authorize again",
        "refresh_token 已过期，需用户重新授权",
    ),
    (42003, 42003, "the code has expired; ask for a new one", "code 已过期，请重新获取"),
    (
        42007,
        42007,
        "the user has changed the password and must authorize again",
        "用户修改了密码，需重新授权",
    ),
    (43001, 43001, "use GET", "请使用 GET"),
    (43002, 43002, "use POST", "请使用 POST"),
    (43003, 43003, "use HTTPS", "请使用 HTTPS"),
    (43004, 43004, "the user must follow the account first", "用户需先关注该账号"),
    (43019, 43019, "the user is on the account's blacklist", "用户在黑名单中"),
    (
        43101,
        43101,
        "the user has not accepted this subscription message, or all accepted messages were sent",
        "用户未订阅该消息，或订阅次数已用完",
    ),
    (43107, 43107, "the account may no longer send subscription messages", "订阅消息能力已被封禁"),
    (
        43108,
        43108,
        "messages to one user must not be sent at the same time; try again later",
        "不可同时向同一用户发送消息，稍后再试",
    ),
    (44001, 44001, "the file is empty", "媒体文件为空"),
    (44002, 44002, "the body of the call is empty", "POST 数据为空"),
    (44003, 44003, "the news message is empty", "图文消息内容为空"),
    (44004, 44004, "the text is empty", "文本内容为空"),
    (45001, 45001, "the file is too large", "媒体文件过大"),
    (45002, 45002, "the text is too long", "消息内容过长"),
    (45003, 45003, "the title is too long", "标题过长"),
    (45004, 45004, "the description is too long", "描述过长"),
    (45005, 45005, "the link is too long", "链接过长"),
    (45006, 45006, "the picture's link is too long", "图片链接过长"),
    (45007, 45007, "the voice recording is longer than 60 seconds", "语音超过 60 秒"),
    (45008, 45008, "too many articles", "图文条数超过限制"),
    (
        45009,
        45009,
        "today's quota is used up; wait for tomorrow or clear it with clear_quota",
        "当日额度已用完；等待次日或调用 clear_quota 清零",
    ),
    (
        45011,
        45011,
        "too many calls this minute; try again in the next",
        "本分钟调用过于频繁，下一分钟再试",
    ),
    (
        45015,
        45015,
        "the user has not interacted with the account for 48 hours; wait for the user to write again",
        "用户超过 48 小时未互动，需等待用户再次发起",
    ),
    (45029, 45029, "the account has reached the maximum number of codes", "码数量已达上限"),
    (
        45047,
        45047,
        "all messages allowed since the user's last action were sent; wait for the user to write again",
        "客服消息条数已用完，需等待用户再次互动",
    ),
    (45056, 45056, "the account has reached the maximum number of tags", "标签数量已达上限"),
    (
        45057,
        45057,
        "more than 100,000 followers have this tag; remove it from them first",
        "该标签下的粉丝超过十万，请先从粉丝身上移除该标签",
    ),
    (45058, 45058, "the tags 0, 1 and 2 are reserved by the platform", "标签 0、1、2 为系统保留"),
    (45059, 45059, "a follower can have at most 20 tags", "每个用户最多 20 个标签"),
    (
        45064,
        45064,
        "the menu names a Mini Program that is not published or not linked",
        "菜单中的小程序未发布或未关联",
    ),
    (
        45065,
        45065,
        "a message with this clientmsgid was already sent",
        "clientmsgid 重复，消息已发送",
    ),
    (
        45066,
        45066,
        "wait a minute before repeating a clientmsgid",
        "相同 clientmsgid 需间隔一分钟再试",
    ),
    (45067, 45067, "the clientmsgid is too long", "clientmsgid 过长"),
    (45157, 45157, "a tag with this name already exists", "标签名已存在"),
    (45158, 45158, "the tag name is too long", "标签名过长"),
    (45159, 45159, "the tag does not exist", "标签不存在"),
    (46001, 46001, "the media file does not exist", "媒体文件不存在"),
    (46002, 46002, "this version of the menu does not exist", "菜单版本不存在"),
    (46003, 46003, "the account has no menu", "该账号没有菜单"),
    (46004, 46004, "the user does not exist", "用户不存在"),
    (
        47001,
        47001,
        "the body is not valid JSON, or its fields have the wrong types",
        "JSON 格式或字段类型错误",
    ),
    (47003, 47003, "the data do not match the fields of the template", "模板数据与字段不符"),
    (
        48001,
        48001,
        "this account may not use this API: verify it, or enable the API in the console",
        "该账号没有此接口权限：请认证或在后台开通",
    ),
    (48002, 48002, "the user has disabled messages from this account", "用户拒收该账号消息"),
    (
        48004,
        48004,
        "the API was banned for this account; see the notice in the console",
        "接口被封禁，请查看后台通知",
    ),
    (
        48005,
        48005,
        "the material is still used by a menu or an automatic reply",
        "素材被菜单或自动回复引用，不能删除",
    ),
    (
        48006,
        48006,
        "clear_quota can only be called ten times a month",
        "clear_quota 每月仅可调用 10 次",
    ),
    (48008, 48008, "this account may not send this type of message", "没有该类型消息的发送权限"),
    (50001, 50001, "the user has not authorized this API", "用户未授权该接口"),
    (50002, 50002, "the user's account is restricted", "用户受限"),
    (50005, 50005, "the user does not follow the account", "用户未关注该账号"),
    (50007, 50007, "the account is frozen", "账号已被冻结"),
    (61003, 61003, "the account has not authorized this platform", "账号未授权给该第三方平台"),
    (
        61004,
        61004,
        "add this machine's public address to the IP list in the console",
        "请在后台把本机公网 IP 加入白名单",
    ),
    (
        61005,
        61006,
        "the component ticket has expired or is wrong; use the newest one pushed",
        "component_verify_ticket 已过期或无效，请使用最新推送的",
    ),
    (61007, 61007, "the account has not granted this permission", "账号未授予此权限"),
    (
        61023,
        61023,
        "the refresh token of the authorization is invalid; get the valid one from api_get_authorizer_list, or let the account authorize again",
        "授权刷新令牌无效：可从 api_get_authorizer_list 读取有效值，否则需重新授权",
    ),
    (61450, 61450, "an error inside the platform; try again later", "平台内部错误，稍后再试"),
    (61451, 61457, "check the customer-service account", "检查客服账号"),
    (
        65301,
        65317,
        "check the conditional menu: it needs a default menu, a rule and valid buttons",
        "检查个性化菜单：需要默认菜单、匹配规则和合法按钮",
    ),
    (
        76001,
        76004,
        "the rid is wrong, belongs to another account, or is older than seven days",
        "rid 无效、属于其他账号或已超过七天",
    ),
    (
        76021,
        76022,
        "the cgi_path is unknown, or the account may not query it",
        "cgi_path 错误或无权查询",
    ),
    (85096, 85096, "scancode_time is reserved by the platform", "scancode_time 为系统保留参数"),
    (
        87007,
        87009,
        "the session key is invalid or the signature does not match; let the user log in again",
        "session_key 失效或签名错误，请重新登录",
    ),
    (87014, 87014, "the content violates the platform's rules", "内容含有违规信息"),
    (
        89501,
        89503,
        "the account's administrator must allow calls from this IP address",
        "需管理员确认该 IP 的调用",
    ),
    (
        89506,
        89507,
        "the administrator has rejected calls from this IP address for one hour or 24 hours",
        "管理员已拒绝该 IP 的调用（1 小时或 24 小时内）",
    ),
];

/// WeCom.
const WORK: &[Row] = &[
    (-1, -1, "the platform is busy; try again, at most three times", "系统繁忙，可重试，最多三次"),
    (
        6000,
        6000,
        "the same data are being changed by another call; try again in a moment (AI bots: send the frames of a stream one after the other)",
        "数据版本冲突，请稍后再试（智能机器人的流式消息须逐帧发送）",
    ),
    (
        40001,
        40001,
        "the secret is wrong: every WeCom app has its own",
        "secret 错误：每个应用的 secret 不同",
    ),
    (
        40008,
        40008,
        "this message type is not allowed here; an AI bot can send a plain text only as a welcome message",
        "消息类型不合法；智能机器人的 text 仅可用于欢迎语",
    ),
    (40013, 40013, "check the corpid", "检查 corpid"),
    (
        40014,
        40014,
        "the access token is wrong; tokens of other apps are not valid here",
        "access_token 无效；不能使用其他应用的",
    ),
    (40029, 40029, "the code is wrong; ask for a new one", "code 无效，请重新获取"),
    (40035, 40035, "check the parameters against the documentation", "参数不合法，请对照文档检查"),
    (40056, 40056, "check the agentid", "检查 agentid"),
    (40058, 40058, "check the parameters against the documentation", "参数不合法，请对照文档检查"),
    (40078, 40078, "the auth_code is wrong; authorize again", "auth_code 无效，请重新授权"),
    (40082, 40082, "the suite token is wrong", "suite_access_token 无效"),
    (
        40084,
        40084,
        "the permanent code is wrong; the corporation must authorize again",
        "永久授权码无效，需重新授权",
    ),
    (
        40085,
        40085,
        "the suite ticket is wrong; use the newest one pushed",
        "suite_ticket 无效，请使用最新推送的",
    ),
    (40091, 40091, "check the secret", "检查 secret"),
    (40096, 40096, "the external userid is wrong", "external_userid 无效"),
    (40201, 40201, "blocked by the platform's spam protection", "被反垃圾策略拦截"),
    (
        41050,
        41050,
        "a welcome code is valid for 20 seconds and can only be used once",
        "welcome_code 仅 20 秒内有效且只能用一次",
    ),
    (
        41051,
        41051,
        "the conversation has already begun, so there is no welcome message",
        "会话已开始，不能再发欢迎语",
    ),
    (41096, 41096, "a welcome message is already being sent", "欢迎语正在发送"),
    (42001, 42001, "the access token has expired", "access_token 已过期"),
    (42003, 42003, "the code has expired; ask for a new one", "code 已过期，请重新获取"),
    (42009, 42009, "the suite token has expired", "suite_access_token 已过期"),
    (
        42022,
        42022,
        "a code can only be used once; ask for a new one",
        "code 只能使用一次，请重新获取",
    ),
    (
        45009,
        45009,
        "too many calls; the limit is per minute, hour or day",
        "调用过于频繁；按分钟、小时或天限制，稍后再试",
    ),
    (45033, 45033, "too many concurrent calls; try again later", "并发过高，稍后再试"),
    (48002, 48002, "the app has no permission for this API", "应用没有此接口权限"),
    (48004, 48004, "the corporation has withdrawn the authorization", "企业已取消授权"),
    (
        60011,
        60011,
        "the app has no permission for this member, department or tag; extend its visible range",
        "应用无权访问该成员、部门或标签，请调整可见范围",
    ),
    (
        60020,
        60020,
        "add this machine's public address to the app's trusted IPs",
        "请把本机公网 IP 加入应用的企业可信 IP",
    ),
    (60102, 60102, "a member with this userid already exists", "userid 已存在"),
    (60104, 60104, "a member with this phone number already exists", "手机号已存在"),
    (60111, 60111, "no member has this userid", "userid 不存在"),
    (
        81013,
        81013,
        "no recipient is valid, or none is in the app's visible range",
        "接收人全部无效或不在应用可见范围内",
    ),
    (84014, 84014, "the user ticket has expired", "user_ticket 已过期"),
    (84015, 84015, "the user ticket is wrong", "user_ticket 无效"),
    (
        86001,
        86224,
        "check the group chat and the app's permission for it",
        "检查群聊及应用对其的权限",
    ),
    (93019, 93019, "the AI bot's id does not exist", "智能机器人 bot_id 不存在"),
    (
        95000,
        95027,
        "customer service: check the account, the state of the conversation and the number of messages left",
        "微信客服：检查客服账号、会话状态与剩余条数",
    ),
    (
        301_002,
        301_002,
        "the app that this secret belongs to has no permission for this agentid",
        "该 secret 所属应用无权操作此 agentid",
    ),
    (301_007, 301_007, "the corporation is disabled", "企业已被禁用"),
    (
        846_605,
        846_605,
        "the AI bot's request id is unknown or may not be answered",
        "智能机器人 req_id 无效或不可回复",
    ),
    (
        846_608,
        846_608,
        "the AI bot's stream has expired; continue with a new stream id",
        "智能机器人流式消息已过期，请使用新的 stream.id",
    ),
    (
        846_609,
        846_609,
        "the connection is open but not subscribed; subscribe again, then resend",
        "连接未订阅，请重新订阅后再发送",
    ),
    (853_000, 853_000, "the AI bot's id or secret is wrong", "智能机器人 bot_id 或 secret 错误"),
];
