//! `cargo xtask catalog-import FILE`: adds the endpoints of a table to `catalog/data`.
//!
//! The table is a CSV file with the columns `product, group, method, host, path, token, body, tier,
//! known_by, doc`. Existing lines of the catalogue are not changed, so manual corrections are kept
//! when the import is repeated with a newer table.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use crate::shell::Repo;

/// The first line of the files in `catalog/data`; `weixin-catalog` documents the columns.
const HEADER: &str = "method\tpath\thost\tauth\tbody\ttier\tdoc";

/// One endpoint: its address, and the rest of its line.
#[derive(Debug, PartialEq)]
struct Line {
    method: String,
    path: String,
    host: String,
    rest: String,
}

impl Line {
    /// What identifies an endpoint. Parameter names and letter case do not matter.
    fn key(&self) -> String {
        let segments = self.path.split('/').map(|segment| {
            if segment.starts_with('{') { "{}".to_owned() } else { segment.to_ascii_lowercase() }
        });
        format!("{} {}{}", self.method, self.host, segments.collect::<Vec<_>>().join("/"))
    }

    fn parse(line: &str) -> Option<Self> {
        let [method, path, host, rest] = line.splitn(4, '\t').collect::<Vec<_>>()[..] else {
            return None;
        };
        let [method, path, host, rest] = [method, path, host, rest].map(str::to_owned);
        Some(Self { method, path, host, rest })
    }

    fn write(&self) -> String {
        format!("{}\t{}\t{}\t{}\n", self.method, self.path, self.host, self.rest)
    }
}

pub(crate) fn import(repo: &Repo, table: &Path) -> Result<(), String> {
    let text =
        fs::read_to_string(table).map_err(|error| format!("{}: {error}", table.display()))?;
    let folder = repo.path("catalog/data");
    let mut files = read_files(&folder)?;
    let mut known: BTreeSet<_> = files.values().flatten().map(Line::key).collect();
    let (before, mut skipped) = (known.len(), Vec::new());

    let mut rows = rows(&text)?;
    // Of two rows for one endpoint, the one with the lower tier is usually more accurate.
    rows.sort_by(|a, b| a.tier.cmp(&b.tier).then(b.doc.len().cmp(&a.doc.len())));
    for row in rows {
        let lines = row.lines();
        if lines.is_empty() {
            skipped.push(row.path.clone());
        }
        for line in lines {
            if known.insert(line.key()) {
                files.entry(row.product.clone()).or_default().push(line);
            }
        }
    }
    for (product, lines) in &mut files {
        lines.sort_by(|a, b| (&a.path, &a.method, &a.host).cmp(&(&b.path, &b.method, &b.host)));
        let body: String = lines.iter().map(Line::write).collect();
        let path = folder.join(format!("{product}.tsv"));
        fs::write(&path, format!("{HEADER}\n{body}"))
            .map_err(|error| format!("{}: {error}", path.display()))?;
    }
    println!("{} endpoints, {} of them new", known.len(), known.len() - before);
    for path in skipped {
        println!("skipped an invalid address: {path}");
    }
    Ok(())
}

/// The current catalogue, by product.
fn read_files(folder: &Path) -> Result<BTreeMap<String, Vec<Line>>, String> {
    let problem = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(problem)? {
        let path = entry.map_err(problem)?.path();
        if path.extension().is_some_and(|extension| extension == "tsv") {
            let text = fs::read_to_string(&path).map_err(problem)?;
            let product = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let lines: Option<Vec<_>> = text.lines().skip(1).map(Line::parse).collect();
            let lines = lines.ok_or_else(|| format!("{}: incomplete line", path.display()))?;
            files.insert(product, lines);
        }
    }
    Ok(files)
}

/// The columns of one row that the catalogue uses.
#[derive(Debug, Default)]
struct Row {
    product: String,
    method: String,
    host: String,
    path: String,
    token: String,
    body: String,
    tier: String,
    doc: String,
}

fn rows(text: &str) -> Result<Vec<Row>, String> {
    let mut records = text.lines().map(fields);
    let header = records.next().unwrap_or_default();
    let column = |name: &str| {
        header.iter().position(|column| column == name).ok_or(format!("no column {name:?}"))
    };
    let columns = ["product", "method", "host", "path", "token", "body", "tier", "doc"];
    let columns = columns.into_iter().map(column).collect::<Result<Vec<_>, _>>()?;
    let row = |mut record: Vec<String>| {
        let mut take = |at: usize| record.get_mut(columns[at]).map(std::mem::take);
        let mut take = |at| take(at).unwrap_or_default();
        Row {
            product: take(0),
            method: take(1),
            host: take(2),
            path: take(3),
            token: take(4),
            body: take(5),
            tier: take(6),
            doc: take(7),
        }
    };
    Ok(records.map(row).collect())
}

/// The fields of one line of CSV.
fn fields(line: &str) -> Vec<String> {
    let (mut fields, mut quoted) = (vec![String::new()], false);
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                fields.last_mut().into_iter().for_each(|field| field.push('"'));
            }
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            other => fields.last_mut().into_iter().for_each(|field| field.push(other)),
        }
    }
    fields
}

impl Row {
    /// The endpoints of the row: none if it has no address, several if it lists several.
    fn lines(&self) -> Vec<Line> {
        self.path.split(" | ").filter_map(|address| self.line(address)).collect()
    }

    fn line(&self, address: &str) -> Option<Line> {
        let (method, address) = match address.split_once(' ') {
            Some((method @ ("GET" | "POST"), path)) => (method, path),
            _ => (self.method.as_str(), address),
        };
        // A page is opened by a browser and is not an API call.
        let method = if matches!(method, "" | "LOCAL") { "PAGE" } else { method };
        let (host, path) = match address.trim_start_matches('/').strip_prefix("https://") {
            Some(absolute) => absolute.split_once('/')?,
            None => (self.host.as_str(), address.strip_prefix('/')?),
        };
        let host = page_host(path).unwrap_or(host);
        let path = path.split('#').next().unwrap_or(path);
        // A fixed query chooses between endpoints; one with a parameter does not.
        let path = match path.split_once('?') {
            Some((path, query)) if query.contains('{') => path,
            _ => path.trim_end_matches("&..."),
        };
        let path = format!("/{path}");
        let (auth, body) = (self.auth(&path, method), self.body());
        let doc = self.doc.split_whitespace().find(|doc| doc.starts_with("http"));
        let rest = format!("{auth}\t{body}\t{}\t{}", self.tier, doc.unwrap_or("-"));
        Some(Line { method: method.to_owned(), path, host: host.to_owned(), rest })
    }

    /// How the caller is authenticated. The table is unreliable here, so known rules take precedence.
    fn auth(&self, path: &str, method: &str) -> &str {
        let component =
            ["/cgi-bin/component/", "/sns/component/", "/sns/oauth2/component/", "/wxa/component/"];
        if method == "PAGE" || WITHOUT_TOKEN.contains(&path) {
            "none"
        } else if matches!(path, "/sns/userinfo" | "/sns/auth") {
            "user_access_token"
        } else if path.starts_with("/cgi-bin/webhook/") {
            "key"
        } else if path.contains("privacy") && path.starts_with("/cgi-bin/component/") {
            "access_token"
        } else if component.iter().any(|prefix| path.starts_with(prefix)) {
            "component_access_token"
        } else if path.starts_with("/cgi-bin/service/auth/") {
            "suite_access_token"
        } else if !self.token.is_empty() {
            &self.token
        } else {
            match self.host.as_str() {
                "api.weixin.qq.com" | "qyapi.weixin.qq.com" => "access_token",
                host if host.ends_with(".mch.weixin.qq.com") => "signature",
                _ => "-",
            }
        }
    }

    fn body(&self) -> &'static str {
        match self.body.as_str() {
            "query" | "none" => "none",
            "json" | "json-empty" => "json",
            "multipart" | "json-empty|multipart" | "json|multipart" => "multipart",
            "xml" => "xml",
            "binary" => "binary",
            "text" => "text",
            "json-aes-xml" => "encrypted",
            _ if self.method == "GET" => "none",
            _ => "-",
        }
    }
}

/// The host of a page that the table lists under the API host.
fn page_host(path: &str) -> Option<&'static str> {
    [
        ("connect/", "open.weixin.qq.com"),
        ("mp/subscribemsg", "mp.weixin.qq.com"),
        ("cgi-bin/showqrcode", "mp.weixin.qq.com"),
        ("d/", "we.qq.com"),
        ("appauth/", "payapp.weixin.qq.com"),
    ]
    .into_iter()
    .find_map(|(prefix, host)| path.starts_with(prefix).then_some(host))
}

/// Calls authenticated by their own fields instead of a token.
const WITHOUT_TOKEN: [&str; 13] = [
    "/cgi-bin/showqrcode",
    "/cgi-bin/token",
    "/cgi-bin/stable_token",
    "/cgi-bin/gettoken",
    "/cgi-bin/clear_quota/v2",
    "/cgi-bin/component/api_component_token",
    "/cgi-bin/component/api_start_push_ticket",
    "/cgi-bin/component/clear_quota/v2",
    "/cgi-bin/service/get_suite_token",
    "/cgi-bin/service/get_provider_token",
    "/sns/jscode2session",
    "/sns/oauth2/access_token",
    "/sns/oauth2/refresh_token",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn imported(row: &str) -> Vec<String> {
        let text = format!("product,group,method,host,path,token,body,tier,known_by,doc\n{row}\n");
        let rows = rows(&text).unwrap_or_default();
        rows.iter().flat_map(Row::lines).map(|line| line.write().replace('\t', " ")).collect()
    }

    #[test]
    fn a_row_becomes_a_line() {
        assert_eq!(
            imported("official,Menu,GET,api.weixin.qq.com,/cgi-bin/menu/get,,query,1,x,https://d"),
            ["GET /cgi-bin/menu/get api.weixin.qq.com access_token none 1 https://d\n"]
        );
    }

    #[test]
    fn a_row_with_two_addresses_becomes_two_lines() {
        let row =
            "official,g,GET|POST,h,GET /cgi-bin/groups/get | POST /cgi-bin/groups/getid,t,,1,x,";
        assert_eq!(
            imported(row),
            ["GET /cgi-bin/groups/get h t - 1 -\n", "POST /cgi-bin/groups/getid h t - 1 -\n"]
        );
        let row =
            "pay,t,POST,api.mch.weixin.qq.com,/a/b | https://fraud.mch.weixin.qq.com/c,,,1,x,";
        assert_eq!(
            imported(row),
            [
                "POST /a/b api.mch.weixin.qq.com signature - 1 -\n",
                "POST /c fraud.mch.weixin.qq.com signature - 1 -\n"
            ]
        );
    }

    #[test]
    fn invalid_addresses_are_skipped_and_pages_are_marked() {
        assert_eq!(imported("pay,e,GET,h,\"{url} (absolute, as /v3/x)\",,,1,x,"), [""; 0]);
        assert_eq!(
            imported("work,o,LOCAL,h,/connect/oauth2/authorize,,,1,x,"),
            ["PAGE /connect/oauth2/authorize open.weixin.qq.com none - 1 -\n"]
        );
        assert_eq!(
            imported("mini,w,POST,h,/ocr?type={mode},t,json,1,x,"),
            ["POST /ocr h t json 1 -\n"]
        );
        assert_eq!(
            imported("mini,w,POST,h,/a?action=b,t,json,1,x,"),
            ["POST /a?action=b h t json 1 -\n"]
        );
    }

    #[test]
    fn letter_case_and_parameter_names_are_ignored() {
        let key = |path: &str| Line::parse(&format!("GET\t{path}\th\t")).map(|line| line.key());
        assert_eq!(key("/v3/A/{id}"), key("/v3/a/{out_no}"));
        assert_ne!(key("/v3/a/{id}"), key("/v3/a/id"));
    }
}
