//! What is seen: the shell, the routes, one file per screen, shared parts, all words.
//!
//! The only floor that knows Leptos. A screen reads the notebook through the `desk` and changes it
//! through the desk; no rule of mentorship lives here.
//!
//! - [`start`]: opens the notebook and mounts the app;
//! - `shell`: what stands around every screen;
//! - `route`: all addresses;
//! - `screens`: one file per screen;
//! - `later`: what comes after the first screen stands;
//! - `parts`: what screens share;
//! - `reactive`: values that change, compiled once;
//! - `words`: every sentence;
//! - `chores`: what is done when nobody waits for it;
//! - `desk`: the open notebook, changes, undo, status;
//! - `arriving`: files that are dropped on the window or opened from the system;
//! - `given`: what others gave one to read;
//! - `platform`, `persistence`: what is asked of the browser;
//! - `workers`: the programs that run beside the page.

mod anew;
mod arriving;
mod chores;
mod desk;
mod given;
mod later;
mod parts;
mod persistence;
mod platform;
mod reactive;
mod route;
mod screens;
mod shell;
mod start;
mod words;
mod workers;

pub use start::start;
