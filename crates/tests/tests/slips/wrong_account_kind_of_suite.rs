use weixin::{open::prelude::*, prelude::*};

async fn run(robot: Client<GroupRobot>, component: Client<Component>) -> weixin::Result<()> {
    robot.send(SendMessage::text("ann", "a robot has no members")).await?;
    component.menu().delete().await?;
    component.authorization().pre_auth_code().await?;
    Ok(())
}

fn main() {
    let _ = run;
}
