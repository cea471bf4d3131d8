//! Properties that hold for any input.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use weixin_protocol::{
    BotAnswer, Callback, CallbackToken, EncodingAesKey, Format, Header, Inbound, Map, Mode, Node,
    PassiveReply, Product, Query, Stamp, Text,
};

/// The time of the pushes here, in seconds since 1970.
const NOW: i64 = 1_700_000_000;
const APP_ID: &str = "wx0123456789abcdef";

fn callback(product: Product, key: &str) -> Callback {
    Callback::new(product, CallbackToken::new("testtoken").unwrap())
        .key(EncodingAesKey::new(key).unwrap())
        .receive_id(APP_ID)
}

/// Whether XML 1.0 has this character.
fn is_legal(c: char) -> bool {
    c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}') || matches!(c, '\t' | '\n' | '\r')
}

fn legal(text: &str) -> String {
    text.chars().filter(|c| is_legal(*c)).collect()
}

/// Texts in which markup, control characters and line ends are as frequent as in no real message.
fn any_content() -> impl Strategy<Value = String> {
    let special = prop::sample::select(vec![
        '\0', '\u{1}', '\u{8}', '\u{b}', '\u{1f}', '\u{7f}', '\u{85}', '\u{fffd}', '\u{fffe}',
        '\u{ffff}', '\t', '\n', '\r', ']', ']', '>', '<', '&', '"', ';', '#',
    ]);
    prop::collection::vec(prop_oneof![special, any::<char>()], 0..32)
        .prop_map(|characters| characters.into_iter().collect())
}

/// Any text that XML can carry.
fn content() -> impl Strategy<Value = String> {
    any_content().prop_map(|text| legal(&text))
}

fn product() -> impl Strategy<Value = Product> {
    prop::sample::select(Product::ALL.to_vec())
}

fn format() -> impl Strategy<Value = Format> {
    prop::sample::select(vec![Format::Xml, Format::Json])
}

fn tree() -> impl Strategy<Value = Map> {
    let leaf = prop_oneof![content().prop_map(Node::Text), any::<i64>().prop_map(Node::number)];
    let node = leaf.prop_recursive(4, 32, 4, |inner| {
        prop::collection::vec(("[A-Za-z][A-Za-z0-9_]{0,8}", inner), 1..4)
            .prop_map(|pairs| Node::Map(Map::from_iter(pairs)))
    });
    prop::collection::vec(("[A-Za-z][A-Za-z0-9_]{0,8}", node), 1..6).prop_map(Map::from_iter)
}

/// Numbers come back from XML as texts.
fn as_texts(map: &Map) -> Map {
    map.iter()
        .map(|(name, node)| {
            let node = match node {
                Node::Number(number) => Node::Text(number.clone()),
                Node::Map(inner) => Node::Map(as_texts(inner)),
                other => other.clone(),
            };
            (name.to_owned(), node)
        })
        .collect()
}

proptest! {
    #[test]
    fn open_undoes_push_and_read_answer_undoes_seal(
        key in "[A-Za-z0-9]{43}", text in content(), nonce in "[0-9]{1,10}",
        random in any::<[u8; 16]>(), product in product(), format in format(),
    ) {
        let both = callback(product, &key);
        // WeCom's pushes are addressed to the corporation.
        let account = if product == Product::Work { APP_ID } else { "gh_1" };
        let header = Header::new("oAnn", account, NOW).with_msg_id("7");
        let inbound = Inbound::of(&header, &Text::new(header.clone(), text.clone()), format);
        let stamp = Stamp { timestamp: NOW, nonce, random };
        let push = both.push(&inbound, Mode::Safe, format, &stamp)?;
        let query = Query::parse(&push.query.to_query_string())?;
        prop_assert_eq!(&query, &push.query);
        let (opened, seal) = both.open(&query, push.body.as_bytes(), NOW)?;
        prop_assert_eq!(&opened.read::<Text>()?.content, &text);
        let sealed = seal.seal_with(&PassiveReply::Text(text.clone()), 1_700_000_001, random)?;
        let answer = both.read_answer(&push, &sealed.body)?;
        let same = matches!(
            answer, BotAnswer::Reply { reply: PassiveReply::Text(read), .. } if read == text
        );
        prop_assert!(same);
    }

    #[test]
    fn a_flipped_bit_is_rejected(
        text in content(), bit in any::<prop::sample::Index>(), format in format(),
    ) {
        let both = callback(Product::Official, "RustFrameworkWeChatTestKey0123456789abcdefg");
        let header = Header::new("oAnn", "gh_1", NOW).with_msg_id("7");
        let inbound = Inbound::of(&header, &Text::new(header.clone(), text), format);
        let stamp = Stamp {
            timestamp: NOW, nonce: "1".to_owned(), random: *b"0123456789abcdef",
        };
        let push = both.push(&inbound, Mode::Safe, format, &stamp)?;
        let ciphertext_start = push.body.find("Encrypt").map(|at| at + 10);
        let mut body = push.body.clone().into_bytes();
        // Bits of the ciphertext text; the envelope around it is not signed and says nothing.
        let start = match format { Format::Xml => ciphertext_start.unwrap() + 7, Format::Json => ciphertext_start.unwrap() };
        let end = body.len() - match format { Format::Xml => "]]></Encrypt></xml>".len(), Format::Json => 2 };
        let bit = bit.index((end - start) * 8);
        body[start + bit / 8] ^= 1 << (bit % 8);
        prop_assert!(both.open(&push.query, &body, NOW).is_err());
    }

    #[test]
    fn a_flipped_bit_in_the_query_is_rejected(bit in any::<prop::sample::Index>()) {
        let both = callback(Product::Work, "RustFrameworkWeChatTestKey0123456789abcdefg");
        let header = Header::new("ann", APP_ID, NOW).with_msg_id("7");
        let inbound = Inbound::of(&header, &Text::new(header.clone(), "hi"), Format::Xml);
        let stamp = Stamp {
            timestamp: NOW, nonce: "1".to_owned(), random: *b"0123456789abcdef",
        };
        let push = both.push(&inbound, Mode::Safe, Format::Xml, &stamp)?;
        let mut query = push.query.to_query_string().into_bytes();
        let bit = bit.index(query.len() * 8);
        query[bit / 8] ^= 1 << (bit % 8);
        let Ok(query) = String::from_utf8(query) else { return Ok(()) };
        let rejected = match Query::parse(&query) {
            // `+1` for `1`, or another unknown parameter name: whatever was signed is unchanged.
            Ok(query) => query == push.query || both.open(&query, push.body.as_bytes(), NOW).is_err(),
            Err(_) => true,
        };
        prop_assert!(rejected);
    }

    #[test]
    fn any_tree_survives_json(map in tree()) {
        let (read, format) = Map::parse(&map.write(Format::Json))?;
        prop_assert_eq!(format, Format::Json);
        prop_assert_eq!(read, map);
    }

    #[test]
    fn any_tree_survives_xml(map in tree()) {
        let (read, format) = Map::parse(&map.write(Format::Xml))?;
        prop_assert_eq!(format, Format::Xml);
        prop_assert_eq!(read, as_texts(&map));
    }

    #[test]
    fn every_reply_is_well_formed(text in any_content(), name in any_content(), format in format()) {
        let both = callback(Product::Official, "RustFrameworkWeChatTestKey0123456789abcdefg")
            .accept([Mode::Plain]);
        let header = Header::new("oAnn", "gh_1", NOW).with_msg_id("7");
        let inbound = Inbound::of(&header, &Text::new(header.clone(), "hi"), format);
        let push = both.push(&inbound, Mode::Plain, format, &Stamp::at(NOW)?)?;
        let (_, seal) = both.open(&push.query, push.body.as_bytes(), NOW)?;
        let sealed = seal.seal(&PassiveReply::Text(text.clone()), 1)?;
        let answer = both.read_answer(&push, &sealed.body)?;
        // JSON has an escape for every character.
        let wanted = if format == Format::Xml { legal(&text) } else { text.clone() };
        let same = matches!(
            &answer, BotAnswer::Reply { reply: PassiveReply::Text(read), .. } if *read == wanted
        );
        prop_assert!(same, "{answer:?}");
        // Fields of a card are the caller's own.
        let card = Map::from_iter([(name, Node::from(&*text)), (text.clone(), Node::Number(text))]);
        let sealed = seal.seal(&PassiveReply::UpdateTemplateCard(card), 1)?;
        let read = both.read_answer(&push, &sealed.body);
        prop_assert!(read.is_ok(), "{read:?}: {}", sealed.body);
    }

    #[test]
    fn no_text_makes_the_readers_panic(text in any::<String>(), bytes in any::<Vec<u8>>()) {
        let _ = Map::parse(&text);
        let _ = Map::parse(&format!("<xml>{text}</xml>"));
        let _ = Query::parse(&text);
        let both = callback(Product::Official, "RustFrameworkWeChatTestKey0123456789abcdefg");
        let _ = both.open(&Query::default(), &bytes, NOW);
        let _ = EncodingAesKey::new(&text);
    }
}
