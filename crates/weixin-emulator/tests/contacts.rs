//! Contacts of WeCom: departments, members and tags, and the permission to change them.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use axum::http::Method;
use common::{call, errcode, token};
use serde_json::{Value, json};
use weixin_emulator::{Account, Emulator};

struct Corp {
    platform: Emulator,
    account: Account,
    app: String,
    contacts: String,
}

impl Corp {
    async fn open() -> Self {
        let platform = Emulator::start().await;
        let account = platform.work();
        let app = token(&platform, &account).await;
        let credentials = account.credentials();
        let path = format!(
            "/@qyapi.weixin.qq.com/cgi-bin/gettoken?corpid={}&corpsecret={}",
            credentials.id,
            credentials.contacts_secret.unwrap().expose()
        );
        let answer = call(&platform, Method::GET, &path, None).await;
        let contacts = answer["access_token"].as_str().unwrap().to_owned();
        assert_ne!(app, contacts);
        Self { platform, account, app, contacts }
    }

    async fn with(&self, token: &str, path: &str, body: Option<Value>) -> Value {
        let method = if body.is_some() { Method::POST } else { Method::GET };
        let joint = if path.contains('?') { '&' } else { '?' };
        let path = format!("/@qyapi.weixin.qq.com/cgi-bin/{path}{joint}access_token={token}");
        call(&self.platform, method, &path, body).await
    }

    /// A call with the contacts secret's token.
    async fn keeps(&self, path: &str, body: Value) -> Value {
        self.with(&self.contacts, path, Some(body)).await
    }

    /// A call with the app's token.
    async fn sees(&self, path: &str) -> Value {
        self.with(&self.app, path, None).await
    }

    async fn department(&self, name: &str, parent: u64) -> Value {
        let body = json!({ "name": name, "parentid": parent });
        self.keeps("department/create", body).await
    }

    async fn member(&self, id: &str, departments: &[u64]) -> i64 {
        let mobile = format!("+86 {id}");
        let body = json!({ "userid": id, "name": id, "department": departments, "mobile": mobile });
        errcode(&self.keeps("user/create", body).await)
    }
}

fn ids(list: &Value, field: &str) -> Vec<Value> {
    list.as_array().unwrap().iter().map(|item| item[field].clone()).collect()
}

#[tokio::test]
async fn departments_form_a_tree() {
    let corp = Corp::open().await;
    assert_eq!(corp.department("研发", 1).await["id"], 2);
    assert_eq!(corp.department("Shop", 1).await["id"], 3);
    assert_eq!(corp.department("Tests", 2).await["id"], 4);
    let numbered = json!({ "name": "Far", "parentid": 3, "id": 77, "order": 5, "name_en": "far" });
    assert_eq!(corp.keeps("department/create", numbered).await["id"], 77);
    let all = corp.sees("department/list").await;
    assert_eq!(ids(&all["department"], "id"), [1, 2, 3, 4, 77]);
    let below = corp.sees("department/simplelist?id=2").await;
    assert_eq!(ids(&below["department_id"], "parentid"), [1, 2]);
    let far = &corp.sees("department/get?id=77").await["department"];
    assert_eq!((&far["order"], &far["name_en"]), (&json!(5), &json!("far")));

    for (body, code) in [
        (json!({ "name": "研发", "parentid": 1 }), 60008),
        (json!({ "name": "new", "parentid": 1, "id": 77 }), 60008),
        (json!({ "name": "new", "parentid": 99 }), 60004),
        (json!({ "name": "", "parentid": 1 }), 60001),
        (json!({ "name": "x".repeat(65), "parentid": 1 }), 60001),
        (json!({ "name": "a|b", "parentid": 1 }), 60009),
    ] {
        assert_eq!(errcode(&corp.keeps("department/create", body.clone()).await), code, "{body}");
    }
    for (body, code) in [
        (json!({ "id": 2, "parentid": 4 }), 60010),
        (json!({ "id": 2, "parentid": 2 }), 60010),
        (json!({ "id": 99, "name": "x" }), 60003),
        (json!({ "id": 4, "parentid": 3, "order": 9 }), 0),
        (json!({ "id": 1, "name": "Corp" }), 0),
    ] {
        assert_eq!(errcode(&corp.keeps("department/update", body.clone()).await), code, "{body}");
    }
    assert_eq!(corp.sees("department/get?id=4").await["department"]["parentid"], 3);
    assert_eq!(corp.member("bob", &[4]).await, 0);
    for (id, code) in [(1, 60007), (3, 60006), (4, 60005), (99, 60003), (2, 0)] {
        let path = format!("department/delete?id={id}");
        let answer = corp.with(&corp.contacts, &path, None).await;
        assert_eq!(errcode(&answer), code, "{id}");
    }
    assert_eq!(errcode(&corp.sees("department/list?id=2").await), 60003);
    let mut parent = 77;
    // The root, Shop, Far and twelve more are fifteen levels.
    for _ in 0..12 {
        parent = corp.department("deeper", parent).await["id"].as_u64().unwrap();
    }
    assert_eq!(errcode(&corp.department("too deep", parent).await), 60002);
}

#[tokio::test]
async fn members_are_created_updated_and_deleted() {
    let corp = Corp::open().await;
    let shop = corp.department("Shop", 1).await["id"].as_u64().unwrap();
    let ann = corp.account.person("Ann");
    assert_eq!(corp.member("bob", &[1, shop]).await, 0);
    for (id, departments, code) in
        [("BOB", &[1_u64][..], 60102), ("c o d", &[1], 40003), ("cod", &[99], 60003)]
    {
        assert_eq!(corp.member(id, departments).await, code, "{id}");
    }
    let twin = json!({ "userid": "cod", "name": "Cod", "department": [1], "mobile": "+86 bob" });
    assert_eq!(errcode(&corp.keeps("user/create", twin).await), 60104);
    let silent = json!({ "userid": "cod", "name": "Cod", "department": [1] });
    assert_eq!(errcode(&corp.keeps("user/create", silent).await), 60129);

    let change = json!({ "userid": "bob", "name": "Bob", "department": [shop], "enable": 0 });
    assert_eq!(errcode(&corp.keeps("user/update", change).await), 0);
    let bob = corp.with(&corp.contacts, "user/get?userid=bob", None).await;
    assert_eq!(bob["mobile"], "+86 bob");
    assert_eq!((&bob["name"], &bob["status"]), (&json!("Bob"), &json!(2)));
    assert_eq!((&bob["department"], &bob["main_department"]), (&json!([shop]), &json!(shop)));
    // An app does not see contact details.
    assert_eq!(corp.sees("user/get?userid=bob").await.get("mobile"), None);

    let list = async |query: &str| {
        ids(&corp.sees(&format!("user/simplelist?{query}")).await["userlist"], "userid")
    };
    assert_eq!(list("department_id=1").await, ["Ann"]);
    assert_eq!(list("department_id=1&fetch_child=1").await, ["Ann", "bob"]);
    assert_eq!(list("department_id=1&fetch_child=1&status=1").await, ["Ann"]);
    let details = corp.sees(&format!("user/list?department_id={shop}")).await;
    assert_eq!(details["userlist"][0]["name"], "Bob");
    assert_eq!(errcode(&corp.sees("user/list?department_id=99").await), 60003);
    let page = corp.with(&corp.contacts, "user/list_id", Some(json!({ "limit": 1 }))).await;
    assert_eq!(page["dept_user"], json!([{ "userid": "Ann", "department": 1 }]));
    let next = json!({ "cursor": page["next_cursor"], "limit": 1 });
    let page = corp.with(&corp.contacts, "user/list_id", Some(next)).await;
    assert_eq!(page["dept_user"], json!([{ "userid": "bob", "department": shop }]));
    assert_eq!(page.get("next_cursor"), None);
    let mobile = |number: &str| Some(json!({ "mobile": number }));
    assert_eq!(corp.with(&corp.app, "user/getuserid", mobile("+86 bob")).await["userid"], "bob");
    assert_eq!(errcode(&corp.with(&corp.app, "user/getuserid", mobile("1")).await), 46004);

    assert_eq!(corp.account.people().len(), 2);
    let delete = json!({ "useridlist": ["bob", "nobody"] });
    assert_eq!(errcode(&corp.keeps("user/batchdelete", delete).await), 40031);
    assert_eq!(errcode(&corp.with(&corp.contacts, "user/delete?userid=bob", None).await), 0);
    assert_eq!(errcode(&corp.with(&corp.contacts, "user/delete?userid=bob", None).await), 60111);
    assert_eq!(corp.account.people(), [ann.id().clone()]);
}

#[tokio::test]
async fn app_and_contacts_secrets_have_separate_permissions() {
    let corp = Corp::open().await;
    corp.account.person("Ann");
    for (path, body) in [
        ("department/create", json!({ "name": "x", "parentid": 1 })),
        ("department/update", json!({ "id": 1, "name": "x" })),
        ("user/create", json!({ "userid": "b", "name": "b", "department": [1], "email": "b@b" })),
        ("user/update", json!({ "userid": "Ann", "name": "b" })),
        ("user/batchdelete", json!({ "useridlist": ["Ann"] })),
    ] {
        let answer = corp.with(&corp.app, path, Some(body)).await;
        assert_eq!(errcode(&answer), 48002, "{path}");
    }
    for path in ["department/delete?id=2", "user/delete?userid=Ann"] {
        assert_eq!(errcode(&corp.sees(path).await), 48002, "{path}");
    }
    let agent = corp.account.credentials().agent_id.unwrap();
    let text = json!({ "touser": "@all", "msgtype": "text", "text": { "content": "x" },
        "agentid": agent });
    assert_eq!(errcode(&corp.keeps("message/send", text).await), 48002);
}

#[tokio::test]
async fn tags_have_members_and_departments() {
    let corp = Corp::open().await;
    let shop = corp.department("Shop", 1).await["id"].clone();
    corp.account.person("Ann");
    let create = async |body: Value| corp.with(&corp.app, "tag/create", Some(body)).await;
    assert_eq!(create(json!({ "tagname": "常客", "tagid": 12 })).await["tagid"], 12);
    assert_eq!(create(json!({ "tagname": "b" })).await["tagid"], 13);
    for (name, code) in [("常客", 40071), ("", 40072), (&"字".repeat(33), 40072)] {
        assert_eq!(errcode(&create(json!({ "tagname": name })).await), code, "{name}");
    }
    assert_eq!(errcode(&create(json!({ "tagname": "c", "tagid": 12 })).await), 40068);
    let add = async |path: &str, users: Value, departments: Value| {
        let body = json!({ "tagid": 12, "userlist": users, "partylist": departments });
        corp.with(&corp.app, path, Some(body)).await
    };
    let answer = add("tag/addtagusers", json!(["Ann", "x", "y"]), json!([shop, 99])).await;
    assert_eq!((errcode(&answer), &answer["invalidlist"]), (0, &json!("x|y")));
    assert_eq!(answer["invalidparty"], json!([99]));
    assert_eq!(errcode(&add("tag/addtagusers", json!(["x"]), json!([])).await), 40070);
    assert_eq!(errcode(&add("tag/deltagusers", json!(["x"]), json!([])).await), 40031);
    let tag = corp.sees("tag/get?tagid=12").await;
    assert_eq!(tag["userlist"], json!([{ "userid": "Ann", "name": "Ann" }]));
    assert_eq!((&tag["tagname"], &tag["partylist"]), (&json!("常客"), &json!([shop])));
    assert_eq!(errcode(&add("tag/deltagusers", json!([]), json!([shop])).await), 0);
    assert_eq!(corp.sees("tag/get?tagid=12").await["partylist"], json!([]));

    let update = json!({ "tagid": 13, "tagname": "c" });
    assert_eq!(errcode(&corp.with(&corp.app, "tag/update", Some(update)).await), 0);
    assert_eq!(errcode(&corp.sees("tag/delete?tagid=12").await), 0);
    let list = corp.sees("tag/list").await;
    assert_eq!(list["taglist"], json!([{ "tagid": 13, "tagname": "c" }]));
    assert_eq!(errcode(&corp.sees("tag/get?tagid=12").await), 40068);
}
