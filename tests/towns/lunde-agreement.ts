/** The agreement of Lunde, as its parties signed it: other sections in another order than those of any real one. */
export const lundeAgreement = `# Aftale om boligsocialt samarbejde i Lunde

mellem

Lunde Kommune og de almene boligorganisationer i Lunde

12. marts 2026

## 1. Parterne

Parterne er dem, der har skrevet under.

## 2. Formål

Formålet er:

- fælles holdninger
- fælles vilje

## 3. Grundlag

Samarbejdet bygger på et arbejde, der var der i forvejen.

## 4. Organisation

Den fælles gruppe drøfter de under 9 nævnte opgaver..

## 5. Opgaver

Parterne løfter tre opgaver: strategi, faglig udvikling og koordinering.

## 6. Revision

Aftalen tages op til revision hvert fjerde år, første gang i 2030.

## For boligorganisationerne

### Lunde Boligforening

Karen Bro, direktør

(Lunde Boligforening administrerer Andelsforeningen Bakken)

### Vestbo

Ole Vest, direktør

### Advokaterne ved Broen

Tina Lov, advokat

(Advokaterne ved Broen administrerer Den selvejende Boligforening Eng, Foreningen Havnen, Smede- og Snedkerboligen og Ældrebo)

## For Lunde Kommune

### Social og Sundhed

Mette Sø, direktør

### Teknik og By

Jens By, direktør

### Børn og Unge

Sara Ung, direktør

### Borgmesterens Afdeling

Lis Bog, direktør
`
