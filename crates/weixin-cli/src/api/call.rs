//! `weixin api call`

use std::{fs, path::PathBuf, process::ExitCode};

use clap::Args;
use serde_json::Value;
use weixin::{
    Client, Config,
    api::{FilePart, Method, RawCall, Retry, host_of},
};
use weixin_catalog::Entry;

use crate::terminal::describe;

/// The endpoint and its parameters.
#[derive(Debug, Args)]
pub(crate) struct CallOptions {
    /// The path, such as /cgi-bin/menu/create 接口路径
    path: String,
    /// The body, or the query fields of a GET; `@FILE` reads it from a file 请求体（GET 则为各字段）；`@FILE`
    /// 表示从文件读取
    #[arg(long, value_name = "JSON")]
    json: Option<String>,
    /// A query parameter; can be repeated 查询参数，可多次使用
    #[arg(long, value_name = "NAME=VALUE", value_parser = pair)]
    query: Vec<(String, String)>,
    /// A file to upload, with the name of its multipart part 要上传的文件
    #[arg(long, value_name = "PART=FILE", value_parser = pair)]
    file: Vec<(String, String)>,
    /// GET, POST, … [default: as in the catalogue] 请求方法，默认按接口目录
    #[arg(long, value_parser = |text: &str| text.to_ascii_uppercase().parse::<Method>())]
    method: Option<Method>,
    /// The id of the configured account, if there are several 使用哪个账号
    #[arg(long, value_name = "ID")]
    account: Option<String>,
    /// The file to write a downloaded file to 若返回的是文件，保存到此路径
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

fn pair(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        _ => Err("expected NAME=VALUE".to_owned()),
    }
}

pub(crate) async fn run(options: CallOptions) -> Result<ExitCode, String> {
    let config = Config::load().map_err(|error| error.to_string())?;
    let client = match options.account.as_deref() {
        Some(id) => config.client_of(id),
        None => config.client(),
    };
    let client = client.map_err(|error| error.to_string())?;
    let call = options.call(&client)?;
    match options.output {
        Some(path) => {
            let file = call.download().await.map_err(|error| describe(&error))?;
            fs::write(&path, &file.content)
                .map_err(|error| format!("{}: {error}", path.display()))?;
        }
        None => {
            let answer = call.await.map_err(|error| describe(&error))?;
            crate::terminal::print(&format!("{answer:#}\n"));
        }
    }
    Ok(ExitCode::SUCCESS)
}

impl CallOptions {
    fn call<'c>(&self, client: &'c Client) -> Result<RawCall<'c, Client>, String> {
        let body = self.body()?;
        let host = host_of(client.account().product());
        let known = self.known(host);
        let method = match (self.method, known.map(|entry| entry.method.parse::<Method>())) {
            (Some(method), _) | (None, Some(Ok(method))) => method,
            _ if body.is_null() && self.file.is_empty() => Method::Get,
            _ => Method::Post,
        };
        let mut call = client.call(method, &self.path, body);
        for (name, value) in &self.query {
            call = call.query(name, value);
        }
        for (part, path) in &self.file {
            call = call.file(part, FilePart::path(path));
        }
        let Some(entry) = known else { return Ok(call) };
        if entry.host != host {
            call = call.host(entry.host);
        }
        if super::typed(entry).is_some_and(|info| info.retry == Retry::Safe) {
            call = call.safe();
        }
        self.authenticate(call, entry)
    }

    fn body(&self) -> Result<Value, String> {
        let Some(json) = &self.json else { return Ok(Value::Null) };
        let text = match json.strip_prefix('@') {
            Some(path) => fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?,
            None => json.clone(),
        };
        serde_json::from_str(&text)
            .map_err(|error| format!("--json is not JSON 不是合法的 JSON: {error}"))
    }

    /// The catalogue's entry for the path, preferably at the host of the account.
    fn known(&self, host: &str) -> Option<&'static Entry> {
        let method = self.method.map(Method::as_str);
        let found = weixin_catalog::find(None, method, &self.path);
        found.iter().find(|entry| entry.host == host).or(found.first()).copied()
    }

    /// Sets the authentication of the call. Other credentials than an access token have to be given
    /// with `--query`.
    fn authenticate<'c>(
        &self,
        call: RawCall<'c, Client>,
        entry: &Entry,
    ) -> Result<RawCall<'c, Client>, String> {
        let parameter = match entry.auth {
            "access_token" | "-" => return Ok(call),
            "none" => return Ok(call.without_token()),
            "signature" => {
                let why = "signed calls (WeChat Pay) are not supported 不支持需要签名的接口";
                return Err(format!("{}: {why}", entry.path));
            }
            "user_access_token" => "access_token",
            other => other,
        };
        if self.query.iter().any(|(name, _)| name == parameter) {
            return Ok(call.without_token());
        }
        Err(format!("{} needs 需要 --query {parameter}=… ({})", entry.path, entry.auth))
    }
}
