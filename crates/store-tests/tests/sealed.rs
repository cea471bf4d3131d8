//! The suite with sealed values, and tests of the encryption itself.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Arc;

use weixin_protocol::Secret;
use weixin_store::{ErrorKind, Key, MemoryStore, SealKey, Sealed, Store, Write};
use weixin_store_tests::Engine;

async fn open(_: &str) -> Engine {
    Engine::sealed()
}

weixin_store_tests::suite!(open);

#[tokio::test]
async fn values_can_only_be_read_with_the_right_key() {
    let plain: Arc<dyn Store> = Arc::new(MemoryStore::new());
    let (a, b) = (Key::new("a"), Key::new("b"));
    let old = Sealed::new(plain.clone(), SealKey::new([1; 32]));
    old.put(&a, "refresh-token-1".into(), None).await.unwrap();

    let stored = plain.get(&a).await.unwrap().unwrap().value;
    assert!(!String::from_utf8_lossy(stored.bytes()).contains("refresh"));
    old.put(&a, "refresh-token-1".into(), None).await.unwrap();
    assert_ne!(plain.get(&a).await.unwrap().unwrap().value, stored, "every write uses a new nonce");

    let new = Sealed::new(plain.clone(), SealKey::new([2; 32]));
    assert_eq!(new.get(&a).await.unwrap_err().kind(), ErrorKind::Unreadable);
    let new = new.previous(SealKey::new([1; 32]));
    assert_eq!(new.get(&a).await.unwrap().unwrap().value, "refresh-token-1".into());
    new.put(&a, "refresh-token-2".into(), None).await.unwrap();
    assert_eq!(old.get(&a).await.unwrap_err().kind(), ErrorKind::Unreadable);

    // A value moved to another key, a modified one, a plain one and an empty one are unreadable.
    let sealed = plain.get(&a).await.unwrap().unwrap().value;
    plain.put(&b, sealed.clone(), None).await.unwrap();
    assert_eq!(new.get(&b).await.unwrap_err().kind(), ErrorKind::Unreadable);
    for index in 0..sealed.bytes().len() {
        let mut changed = sealed.bytes().to_vec();
        changed[index] ^= 1;
        plain.write(&a, Write::put(changed)).await.unwrap();
        let error = new.get(&a).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unreadable);
        assert!(!format!("{error:?} {error}").contains("token"));
    }
    for text in ["", "plain"] {
        plain.put(&a, text.into(), None).await.unwrap();
        assert_eq!(new.get(&a).await.unwrap_err().kind(), ErrorKind::Unreadable);
    }
}

#[test]
fn seal_keys_are_parsed_from_base64() {
    let bytes = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
    for text in [bytes.to_owned(), format!("{bytes}="), format!(" {bytes}=\n")] {
        let key = SealKey::parse(&Secret::new(text)).unwrap();
        assert_eq!(format!("{key:?}"), "SealKey(…)");
    }
    for text in ["", "short", &bytes[1..], &format!("{bytes}AAAA"), &bytes.replace('A', "!")] {
        let error = SealKey::parse(&Secret::new(text)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Invalid);
        assert!(text.is_empty() || !error.to_string().contains(text));
    }
}
