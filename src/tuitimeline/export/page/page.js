"use strict";
const search = document.getElementById("search");
const found = document.getElementById("found");
const nothing = document.getElementById("nothing");
const toggle = document.getElementById("open");
const days = [...document.querySelectorAll(".day")].map((section) => ({
  section,
  articles: [...section.querySelectorAll("article")].map((node) => ({
    node,
    text: `${section.querySelector("h2").textContent} ${node.textContent}`.toLowerCase(),
  })),
}));
const evidence = [...document.querySelectorAll("details")];

function filter() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const { section, articles } of days) {
    let any = false;
    for (const { node, text } of articles) {
      const match = words.every((word) => text.includes(word));
      node.hidden = !match;
      any ||= match;
      count += match;
    }
    section.hidden = !any;
  }
  nothing.hidden = count > 0;
  found.textContent = words.length ? `${count} found` : "";
}

function openAll(open) {
  for (const details of evidence) details.open = open;
  toggle.setAttribute("aria-pressed", String(open));
  toggle.textContent = open ? "Close all evidence" : "Open all evidence";
}

search.addEventListener("input", filter);
toggle.addEventListener("click", () => openAll(toggle.getAttribute("aria-pressed") !== "true"));
document.getElementById("theme").addEventListener("click", () => {
  const root = document.documentElement;
  const dark = root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
});
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== search) {
    event.preventDefault();
    search.focus();
  } else if (event.key === "Escape" && search.value) {
    search.value = "";
    filter();
  }
});

let closed = [];
addEventListener("beforeprint", () => {
  closed = evidence.filter((details) => !details.open);
  for (const details of closed) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of closed) details.open = false;
});
