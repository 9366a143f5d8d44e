/**
 * Where the numbers are from. Marks: [S] sourced, [S2] sourced but secondary or machine-translated, [C] computed from sourced
 * inputs, [I] inferred, [G] general knowledge: a working assumption, to be edited.
 */
export const SOURCE = {
  launch: "[S] russianspaceweb.com/soyuz-ms-19.html; kosmonavtika.com MKS-66",
  hatchOpening: "[S] spacelivenews.com/russian-soyuz-trio-meets-seven-member-expedition-65-crew (NASA blog)",
  hatchClosing: "[S] thedailyripple.org 859752 (NASA blog): 4:41 p.m. EDT",
  landing:
    "[S] rossaprimavera.ru/news/ae8d168e; spacenews.com/soyuz-returns-cosmonauts-and-film-crew-to-earth",
  crewAboard: "[S] spacelivenews.com; russianspacenews.com/?p=7943",
  backups: "[S] russianspaceweb.com/soyuz-ms-19.html",
  hours: "[S] kiozk.ru/article/men-today/na-dalnej-stancii-sojdu",
  crewDay:
    "[S] imanastronaut.uk; scampersandbox.tizrapublisher.com/iss/56 (NASA, Operating an Outpost in the New Frontier)",
  workDay: "[S] outpost42.esa.int/?p=347: 6.5 h work, 1 h midday meal, 2.5 h exercise",
  weekend: "[S2] masaakim.blogspot.com (Saturday 5 h); [G] Sunday off: assumption",
  liners: "[S] 7days.ru roskosmos-pokazal-chem-zanyaty; imag.one/news/10267617",
  medical: "[S] ria.ru/20211007/kinoekipazh-1753443295.html (Columbus, 7 October)",
  returnPreparation:
    "[S] parabolicarc.com/2021/10/13; tass.com/science/1349785; the hours of the day are an assumption [G]",
  thrusterTest: "[S] parabolicarc.com/2021/10/16 (NASA and Roscosmos text)",
  whoDidWhat: "[S] m.123ru.net/smi/aif/298111808; [S2] mondovino-lefilm (RT)",
  assumption: "[G] assumption",
} as const;
