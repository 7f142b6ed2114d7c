/**
 * Given names that many people in Denmark bear, without accents and in small letters. Names that are as often a common
 * word (»Jens« is none, »Viola« and »Borg« are) are left out: the list is asked together with the word that follows.
 */
export const givenNames: ReadonlySet<string> = new Set(
  `abdi abdullah abdul adam agnes ahmad ahmed aisha aksel albert alberte alexander alfred ali alma amalie amin amina
  amir anders andreas ane anette anja ann anna anne anne-marie annette anni ann-kristina anton arne asger asmus astrid
  august augusta aya bent bente birgit birgitte birthe bjarne bo bodil brian britta bruno camilla carina carl carla
  carsten cecilie charlotte christian christina christoffer claus clara connie dagmar dan daniel dennis ditte dorte
  dorthe ebba edith egon einar ejnar elin elisabeth ella ellen elsa elsebeth emil emilie emma erik esther eva fatima
  fatma finn flemming frank freja frida frederik frederikke gert gerda gitte grethe gudrun gunnar hanna hanne hans
  harald hasan hassan heidi helena helene helge helle henning henny henriette henrik hussein ibrahim ida inga inge
  ingeborg inger ingrid irene isabella ismail ivan jacob jakob jan jane jannik janni jannie jens jens-peter jeppe jesper
  jette joan joergen johan johanne johannes john johnny jon jonas josefine julie jytte kaj karen karim karin karina
  karl karla karsten kasper katrine keld kenneth kent khadija khaled kim kirsten kirstine kjeld klaus knud kristian
  kristine kristoffer kurt laila lars lasse laura lea leif lene leo liam lilly line lis lisa lisbeth lise liv lone
  lotte louise lucas ludvig luna mads magnus maja malene malthe mariam maria marianne marie marius martha martin mathias
  mathilde merete mette mia michael michelle mikael mikkel mikkeline mie mogens mohamad mohamed mohammad mohammed
  mona morten muhammad mustafa naja nanna niels niels-erik nicklas nicolai nikolaj nina noah nora ole olga oliver olivia
  omar oscar oskar osman otto palle patrick paul per pernille peter pia poul preben rasmus rebecca rene rikke rita
  robert ronni ruth sabrina sander sandra sanne sara sarah sebastian signe silas simon simone sofia sofie soeren sonja
  steen steffen stig stine storm sune susanne svend sven thea theodor thomas thor thorkild tina tine tobias tommy tom
  torben torkild trine troels ulla uffe vagn valdemar vera verner vibeke victor victoria viggo vibe vilhelm villads
  villy william winnie yasmin yusuf zahra`
    .split(/\s+/)
    .filter(Boolean),
)
