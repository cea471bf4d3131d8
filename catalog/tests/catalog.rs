//! The catalogue is whole and can be searched.

use std::{collections::HashSet, fs, path::Path};

use weixin_catalog::{PRODUCTS, entries, find};

#[test]
fn every_line_of_every_file_is_an_entry() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let files = fs::read_dir(folder).expect("the data is there");
    let mut lines = 0;
    for file in files {
        let path = file.expect("it can be listed").path();
        if path.extension().is_none_or(|extension| extension != "tsv") {
            continue;
        }
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        assert!(PRODUCTS.iter().any(|product| product.name == name), "{name} is no product");
        let text = fs::read_to_string(&path).expect("it can be read");
        assert!(text.starts_with("method\tpath\thost\tauth\tbody\ttier\tdoc\n"), "{name}");
        let addresses: Vec<_> =
            text.lines().skip(1).map(|line| line.split('\t').nth(1).unwrap_or_default()).collect();
        assert!(addresses.is_sorted(), "{name} is not sorted by path");
        lines += addresses.len();
    }
    assert_eq!(entries().len(), lines, "some lines are no entries");
}

#[test]
fn entries_make_sense() {
    let mut seen = HashSet::new();
    for entry in entries() {
        assert!(seen.insert((entry.method, entry.host, entry.path)), "twice: {entry:?}");
        assert!(entry.path.starts_with('/') && !entry.path.contains([' ', '|', '#']), "{entry:?}");
        assert!(entry.host.contains('.') && !entry.host.contains('/'), "{entry:?}");
        assert!((1..=3).contains(&entry.tier), "{entry:?}");
        let methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "PAGE"];
        assert!(methods.contains(&entry.method), "{entry:?}");
        assert!(entry.doc.is_none_or(|doc| doc.starts_with("http")), "{entry:?}");
        assert!(!entry.group().is_empty(), "{entry:?}");
    }
}

#[test]
fn credentials_follow_the_platforms_rules() {
    let auth = |method, path| {
        let found = find(None, Some(method), path);
        assert_eq!(found.len(), 1, "{path}");
        found[0].auth
    };
    assert_eq!(auth("POST", "/cgi-bin/stable_token"), "none");
    assert_eq!(auth("POST", "/cgi-bin/component/api_component_token"), "none");
    assert_eq!(auth("POST", "/cgi-bin/component/api_query_auth"), "component_access_token");
    assert_eq!(auth("POST", "/cgi-bin/service/get_suite_token"), "none");
    assert_eq!(auth("POST", "/cgi-bin/service/get_corp_token"), "suite_access_token");
    assert_eq!(auth("GET", "/sns/userinfo"), "user_access_token");
    assert_eq!(auth("POST", "/cgi-bin/webhook/send"), "key");
    assert_eq!(auth("POST", "/v3/pay/transactions/jsapi"), "signature");
}

#[test]
fn parameters_queries_and_products() {
    let paths = |product, method, path| -> Vec<_> {
        find(product, method, path).iter().map(|entry| entry.path).collect()
    };
    let by_number = ["/v3/pay/transactions/out-trade-no/{out_trade_no}"];
    assert_eq!(paths(None, Some("GET"), "/v3/pay/transactions/out-trade-no/42"), by_number);
    assert_eq!(paths(None, Some("get"), by_number[0]), by_number);
    assert_eq!(paths(None, None, "/v3/pay/transactions/out-trade-no/"), [""; 0]);
    let products: HashSet<_> =
        find(None, None, "/cgi-bin/menu/create").iter().map(|entry| entry.product).collect();
    assert_eq!(products, HashSet::from(["official", "work"]));
    let chosen = ["/card/invoice/setbizattr?action=set_pay_mch"];
    assert_eq!(paths(Some("official"), Some("POST"), chosen[0]), chosen);
    assert_eq!(paths(None, None, "/cgi-bin/menu/create?agentid=1").len(), 2);
    assert_eq!(paths(Some("official"), None, "/cgi-bin/menu/create#part").len(), 1);
    assert_eq!(paths(None, None, "/cgi-bin/nothing"), [""; 0]);
}
