//! The suite in memory.

use weixin_store_tests::Engine;

async fn open(_: &str) -> Option<Engine> {
    Some(Engine::memory())
}

weixin_store_tests::suite!(open);
