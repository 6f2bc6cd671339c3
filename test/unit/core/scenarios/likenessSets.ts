// Scenarios of one stretch as a model gives them, and the same ones told again in other words: what the threshold of likeness is measured on.

export interface LikenessSet {
  readonly names: readonly string[];
  /** Truly different ones; each with the same again, reworded as models do when asked for others. */
  readonly scenarios: readonly { readonly beats: readonly string[]; readonly again: readonly string[] }[];
}

export const LIKENESS_SETS: readonly LikenessSet[] = [
  {
    names: ['MARA', 'TOBIAS', 'HENRIK'],
    scenarios: [
      {
        beats: ['Mara finds the rope of the boat cut, not torn.', 'She hides the end of it in the flour bin before Tobias comes in.', 'Henrik asks for flour.', 'Mara bakes the bread herself, all night, so that nobody opens the bin.'],
        again: ['Mara discovers that the boat rope was cut with a knife.', 'Before Tobias can see it she hides the rope end in the flour bin.', 'When Henrik asks for some flour, she refuses.', 'She spends the whole night baking bread so nobody looks into the bin.'],
      },
      {
        beats: ['Tobias tells the harbour master that he rowed out alone.', 'The harbour master takes his licence and his boat.', 'Henrik watches from the pier and does not speak up.', 'That night Henrik leaves a bundle of money at the lighthouse door.'],
        again: ['Tobias goes to the harbour master and claims he rowed alone.', 'He loses both boat and licence.', 'From the pier, Henrik watches without speaking up.', 'At night a bundle of money lies at the door of the lighthouse, left by Henrik.'],
      },
      {
        beats: ['A third mug stands on the table when Mara comes down.', 'Henrik has slept in the kitchen since the storm.', 'Tobias pretends not to notice him.', 'Mara fills the third mug and sits down between them.'],
        again: ['Mara comes down to find a third mug on the kitchen table.', 'Since the storm, Henrik has been sleeping in the kitchen.', 'Tobias acts as if he had not noticed.', 'Mara sits between the two men and fills the third mug.'],
      },
      {
        beats: ['Mara puts out the lamp on purpose.', 'Tobias runs up the stairs and finds her standing in the dark.', 'A ship sounds its horn, closer than it should be.', 'Mara lights the lamp again when the horn has stopped.'],
        again: ['On purpose Mara puts the lamp out.', 'Tobias runs upstairs and sees her stand in the dark.', 'The horn of a ship sounds far too close.', 'Only after the horn stops does Mara light the lamp.'],
      },
      {
        beats: ['Henrik offers Tobias a place on the trawler.', 'Tobias accepts before asking Mara.', 'Mara packs his bag without a word, winter clothes too.', 'At the pier Tobias opens the bag and finds her own coat in it.'],
        again: ['Tobias is offered a place on the trawler by Henrik.', 'He accepts it without asking Mara first.', 'Without a word she packs his bag, winter clothes included.', "When he opens the bag at the pier, Mara's own coat lies in it."],
      },
      {
        beats: ['The crate that Tobias and Henrik carry falls open on the pier.', 'It is full of stones.', 'Henrik laughs first, then understands who is missing.', 'Tobias runs back towards the village.'],
        again: ['On the pier the crate falls open while Tobias and Henrik carry it.', 'Nothing but stones inside.', 'Henrik laughs, until he understands who is missing.', 'Tobias runs for the village.'],
      },
    ],
  },
  {
    names: ['WILL', 'EDWARD', 'SANDRA', 'DR. BENNETT'],
    scenarios: [
      {
        beats: ["Will opens his father's desk and finds a deed to a house in another town.", 'He drives there that night and a woman his age opens the door.', 'She calls Edward by a name Will has never heard.', 'Will drives home and says nothing to Sandra.'],
        again: ["In his father's desk Will finds the deed to a house in another town.", 'That same night he drives there; the door is opened by a woman of his own age.', 'The name she calls Edward by is one Will never heard.', 'Back home, Will says nothing to Sandra.'],
      },
      {
        beats: ['Edward tells the wedding guests the story of the ring again.', 'Will stands up and tells how it really was.', 'Nobody laughs; Sandra leaves the tent.', 'Edward finishes the story to an empty table.'],
        again: ['At the wedding Edward tells the ring story to the guests once more.', 'Will stands up to tell them how it really was.', 'Sandra leaves the tent and nobody laughs.', 'To an empty table, Edward finishes his story.'],
      },
      {
        beats: ['Dr. Bennett gives Will a sealed envelope meant for after the funeral.', 'Will opens it in the hospital corridor.', 'It holds a bill, paid every month for thirty years.', 'He asks his father who the money was for, and Edward pretends to sleep.'],
        again: ['Dr. Bennett hands Will an envelope that is meant to stay sealed until after the funeral.', 'In the hospital corridor Will opens it.', 'Inside is a bill that was paid every month for thirty years.', 'Asked who the money was for, Edward pretends to be asleep.'],
      },
      {
        beats: ['Sandra asks Will to lie to his father about the treatment.', 'Will, who hates stories, makes one up and makes it good.', 'Edward corrects a detail and they build it together.', 'In the doorway Sandra wishes she had never asked.'],
        again: ['Sandra asks her son to lie about the treatment to his father.', 'Will hates stories, yet he makes up a good one.', 'Edward corrects a detail; together they go on building it.', 'Sandra stands in the doorway and wishes she had not asked.'],
      },
      {
        beats: ['Edward refuses the hospital and locks himself in the bathroom with a full tub.', 'Will breaks the lock with a screwdriver.', 'Under the water his father holds his breath and counts.', 'Will climbs in with his clothes on and counts along.'],
        again: ['Refusing to go to hospital, Edward locks the bathroom and fills the tub.', 'With a screwdriver Will breaks the lock.', 'His father is under the water, holding his breath and counting.', 'In his clothes Will climbs into the tub and counts with him.'],
      },
      {
        beats: ['The newspaper prints Will’s article about the circus.', 'A man of enormous height turns up at the office to complain.', 'He knows Edward, and he wants his boots back.', 'Will takes him home without warning anybody.'],
        again: ['Will’s article about the circus is printed in the newspaper.', 'An enormously tall man turns up to complain at the office.', 'He knows Edward and wants the boots back.', 'Without warning anybody, Will takes the man home.'],
      },
    ],
  },
  {
    names: ['KLARA', 'JONAS'],
    scenarios: [
      {
        beats: ['Klara findet im Mantel ihres Vaters eine zweite Brille.', 'Sie setzt sie auf und kann zum ersten Mal scharf sehen.', 'Jonas erkennt die Brille seiner Mutter.', 'Keiner von beiden fragt nach.'],
        again: ['Im Mantel des Vaters findet Klara noch eine zweite Brille.', 'Mit der Brille auf der Nase kann sie zum ersten Mal scharf sehen.', 'Jonas erkennt sie: die Brille gehörte seiner Mutter.', 'Beide fragen nicht nach.'],
      },
      {
        beats: ['Jonas verkauft das Klavier, während Klara verreist ist.', 'Der Käufer spielt darauf, bevor er zahlt.', 'Klara hört am Telefon das Lied und legt auf.', 'Jonas gibt das Geld zurück und trägt die Noten in den Keller.'],
        again: ['Während Klara verreist ist, verkauft Jonas das Klavier.', 'Bevor er zahlt, spielt der Käufer ein Lied darauf.', 'Am Telefon hört Klara das Lied; sie legt auf.', 'Das Geld gibt Jonas zurück, die Noten trägt er in den Keller.'],
      },
      {
        beats: ['Der Zug hält auf freier Strecke.', 'Klara steigt aus und geht zu Fuß durch den Schnee.', 'Jonas wartet am Bahnhof mit Blumen auf einen leeren Wagen.', 'Sie klopft bei einem Fremden an.'],
        again: ['Auf freier Strecke hält der Zug.', 'Zu Fuß geht Klara, die ausgestiegen ist, durch den Schnee.', 'Mit Blumen wartet Jonas am Bahnhof, der Wagen ist leer.', 'Bei einem Fremden klopft sie an.'],
      },
    ],
  },
];
