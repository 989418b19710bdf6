//! Mounts the app.

fn main() {
    mentorbook::ui::start();
}
